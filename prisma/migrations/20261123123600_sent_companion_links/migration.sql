-- AlterTable
ALTER TABLE "CompanionLink" ADD COLUMN     "email" TEXT,
ADD COLUMN     "language" "Language",
ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "companionLinkId" UUID;

-- CreateIndex
CREATE INDEX "Message_organisationId_companionLinkId_idx" ON "Message"("organisationId", "companionLinkId");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_organisationId_companionLinkId_fkey" FOREIGN KEY ("organisationId", "companionLinkId") REFERENCES "CompanionLink"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "CompanionLink"
  ADD CONSTRAINT "CompanionLink_goes_one_way" CHECK (email IS NULL OR phone IS NULL),
  ADD CONSTRAINT "CompanionLink_is_written_in_a_language" CHECK ((email IS NULL AND phone IS NULL) = (language IS NULL));

-- Whom a message is for, its kind says: nothing that is for a third person can pass for word to the citizen.
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_for_a_companion" CHECK ((kind = 'companionLink') = ("companionLinkId" IS NOT NULL));
