-- AlterTable
ALTER TABLE "MessagePolicy" ADD COLUMN     "remindersChangedAt" TIMESTAMPTZ,
ADD COLUMN     "replannedThroughId" UUID;

-- By hand from here on.

ALTER TABLE "MessagePolicy"
  ADD CONSTRAINT "MessagePolicy_replanned_while_changed" CHECK ("replannedThroughId" IS NULL OR "remindersChangedAt" IS NOT NULL);
