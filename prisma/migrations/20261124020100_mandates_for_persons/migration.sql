-- CreateEnum
CREATE TYPE "MandateKind" AS ENUM ('company', 'person');

-- AlterTable
ALTER TABLE "Identification" ADD COLUMN     "mandateKind" "MandateKind";

-- By hand from here on.

-- Until now there were companies alone.
UPDATE "Identification" SET "mandateKind" = 'company' WHERE "mandateNumber" IS NOT NULL OR "mandateName" IS NOT NULL;

ALTER TABLE "Identification"
  ADD CONSTRAINT "Identification_mandate_of_a_kind" CHECK (
    CASE
      WHEN "mandateKind" IS NULL THEN "mandateNumber" IS NULL AND "mandateName" IS NULL
      -- A number that is none of the register's is not kept, and there may be no name.
      WHEN "mandateKind" = 'company' THEN true
      ELSE "mandateNumber" IS NULL AND "mandateName" IS NOT NULL
    END);
