-- CreateEnum
CREATE TYPE "Misconduct" AS ENUM ('insult', 'threat', 'indecent', 'other');

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "endedFor" "Misconduct";

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "pictureStoppedFor" "Misconduct",
ADD COLUMN     "warnedFor" "Misconduct",
ADD COLUMN     "warningReadAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "MisconductReport" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "staffMemberId" UUID NOT NULL,
    "kind" "Misconduct" NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "MisconductReport_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "MisconductReport_organisationId_conversationId_idx" ON "MisconductReport"("organisationId", "conversationId");

-- CreateIndex
CREATE INDEX "MisconductReport_organisationId_staffMemberId_idx" ON "MisconductReport"("organisationId", "staffMemberId");

-- AddForeignKey
ALTER TABLE "MisconductReport" ADD CONSTRAINT "MisconductReport_organisationId_conversationId_fkey" FOREIGN KEY ("organisationId", "conversationId") REFERENCES "Conversation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MisconductReport" ADD CONSTRAINT "MisconductReport_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_ended_for_is_of_ended" CHECK ("endedFor" IS NULL OR (state = 'ended' AND "appointmentId" IS NOT NULL));
ALTER TABLE "Participant"
  ADD CONSTRAINT "Participant_conduct_is_of_guests" CHECK (role <> 'clerk' OR num_nonnulls("warnedFor", "warningReadAt", "pictureStoppedFor") = 0),
  ADD CONSTRAINT "Participant_read_warning_was_given" CHECK ("warningReadAt" IS NULL OR "warnedFor" IS NOT NULL);
ALTER TABLE "MisconductReport" ADD CONSTRAINT "MisconductReport_words_fit" CHECK (length(words) <= 2000);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "MisconductReport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MisconductReport" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "MisconductReport"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON "MisconductReport" TO balie_app;
