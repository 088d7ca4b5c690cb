-- CreateEnum
CREATE TYPE "CompanionRole" AS ENUM ('interpreter', 'signInterpreter', 'textInterpreter', 'carer', 'family', 'expert');

-- AlterTable
ALTER TABLE "Visit" ADD COLUMN     "companionLinkId" UUID,
ADD COLUMN     "companionRole" "CompanionRole";

-- CreateTable
CREATE TABLE "CompanionLink" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "role" "CompanionRole" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "madeById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "withdrawnAt" TIMESTAMPTZ,

    CONSTRAINT "CompanionLink_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "CompanionLink_organisationId_appointmentId_idx" ON "CompanionLink"("organisationId", "appointmentId");

-- CreateIndex
CREATE INDEX "CompanionLink_organisationId_madeById_idx" ON "CompanionLink"("organisationId", "madeById");

-- CreateIndex
CREATE UNIQUE INDEX "CompanionLink_organisationId_tokenHash_key" ON "CompanionLink"("organisationId", "tokenHash");

-- CreateIndex
CREATE INDEX "Visit_organisationId_companionLinkId_idx" ON "Visit"("organisationId", "companionLinkId");

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_organisationId_companionLinkId_fkey" FOREIGN KEY ("organisationId", "companionLinkId") REFERENCES "CompanionLink"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionLink" ADD CONSTRAINT "CompanionLink_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanionLink" ADD CONSTRAINT "CompanionLink_organisationId_madeById_fkey" FOREIGN KEY ("organisationId", "madeById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- One person behind each link: of two browsers that open it at once, one is the first.
CREATE UNIQUE INDEX "Visit_one_of_a_companion_link" ON "Visit" ("organisationId", "companionLinkId") WHERE "companionLinkId" IS NOT NULL AND "yieldedAt" IS NULL;

ALTER TABLE "Visit"
  ADD CONSTRAINT "Visit_role_is_of_companions" CHECK (role = 'companion' OR ("companionRole" IS NULL AND "companionLinkId" IS NULL)),
  ADD CONSTRAINT "Visit_link_names_a_role" CHECK ("companionLinkId" IS NULL OR "companionRole" IS NOT NULL);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "CompanionLink" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CompanionLink" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "CompanionLink"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "CompanionLink" TO balie_app;
