-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "stillAskedFor" TEXT,
ADD COLUMN     "stillDeclinedAt" TIMESTAMPTZ;

-- By hand from here on.

ALTER TABLE "Participant"
  ADD CONSTRAINT "Participant_still_fits" CHECK (length("stillAskedFor") BETWEEN 1 AND 200 AND role <> 'clerk' OR "stillAskedFor" IS NULL),
  ADD CONSTRAINT "Participant_declined_still_was_asked" CHECK ("stillDeclinedAt" IS NULL OR "stillAskedFor" IS NOT NULL);
