-- CreateEnum
CREATE TYPE "ComplaintSubject" AS ENUM ('treatment', 'waiting', 'technology', 'privacy', 'other');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "complaintWays" JSONB;

-- CreateTable
CREATE TABLE "Complaint" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "concernsId" UUID,
    "submissionKey" UUID NOT NULL,
    "subject" "ComplaintSubject" NOT NULL,
    "words" TEXT NOT NULL,
    "contact" TEXT,
    "madeAt" TIMESTAMPTZ NOT NULL,
    "settledAt" TIMESTAMPTZ,
    "settledById" UUID,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "Complaint_organisationId_teamId_idx" ON "Complaint"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Complaint_organisationId_concernsId_idx" ON "Complaint"("organisationId", "concernsId");

-- CreateIndex
CREATE INDEX "Complaint_organisationId_settledById_idx" ON "Complaint"("organisationId", "settledById");

-- CreateIndex
CREATE INDEX "Complaint_organisationId_madeAt_idx" ON "Complaint"("organisationId", "madeAt");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_organisationId_submissionKey_key" ON "Complaint"("organisationId", "submissionKey");

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_organisationId_concernsId_fkey" FOREIGN KEY ("organisationId", "concernsId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_organisationId_settledById_fkey" FOREIGN KEY ("organisationId", "settledById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "Complaint"
  ADD CONSTRAINT "Complaint_words_fit" CHECK (length(words) BETWEEN 1 AND 4000),
  ADD CONSTRAINT "Complaint_contact_fits" CHECK (length(contact) BETWEEN 1 AND 300),
  ADD CONSTRAINT "Complaint_settled_is_whole" CHECK (("settledAt" IS NULL) = ("settledById" IS NULL)),
  ADD CONSTRAINT "Complaint_is_not_settled_by_whom_it_concerns" CHECK ("settledById" IS DISTINCT FROM "concernsId" OR "settledById" IS NULL);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "Complaint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Complaint" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "Complaint"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Complaint" TO balie_app;
