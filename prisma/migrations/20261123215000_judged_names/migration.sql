-- AlterTable
ALTER TABLE "Identification" ADD COLUMN "isSamePerson" BOOLEAN,
ADD COLUMN "judgedAt" TIMESTAMPTZ,
ADD COLUMN "judgedBecause" TEXT,
ADD COLUMN "judgedById" UUID;

-- CreateIndex
CREATE INDEX "Identification_organisationId_judgedById_idx" ON "Identification"("organisationId", "judgedById");

-- AddForeignKey
ALTER TABLE "Identification" ADD CONSTRAINT "Identification_organisationId_judgedById_fkey" FOREIGN KEY ("organisationId", "judgedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "Identification"
  ADD CONSTRAINT "Identification_judged_is_whole" CHECK (num_nonnulls("isSamePerson", "judgedBecause", "judgedById", "judgedAt") IN (0, 4));
