-- AlterTable
ALTER TABLE "TextLine" ADD COLUMN     "participantId" UUID,
ADD COLUMN     "submissionKey" UUID;

-- CreateIndex
CREATE INDEX "TextLine_organisationId_participantId_idx" ON "TextLine"("organisationId", "participantId");

-- CreateIndex
CREATE UNIQUE INDEX "TextLine_organisationId_conversationId_submissionKey_key" ON "TextLine"("organisationId", "conversationId", "submissionKey");

-- AddForeignKey
ALTER TABLE "TextLine" ADD CONSTRAINT "TextLine_organisationId_participantId_fkey" FOREIGN KEY ("organisationId", "participantId") REFERENCES "Participant"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- Beside the picture nothing is sent over a network of others: no state, no attempts, no files.
ALTER TABLE "TextLine"
  ADD CONSTRAINT "TextLine_key_is_of_participant" CHECK (("participantId" IS NULL) = ("submissionKey" IS NULL)),
  DROP CONSTRAINT "TextLine_author_fits",
  ADD CONSTRAINT "TextLine_author_fits" CHECK (
    CASE
      WHEN "participantId" IS NOT NULL THEN author <> 'product' AND (author = 'clerk') = ("staffMemberId" IS NOT NULL)
        AND num_nonnulls(state, "sourceReference", "providerReference", "nextAttemptAt", "failureCode") = 0
        AND attempts = 0 AND "refusedFiles" = 0
      WHEN author = 'citizen' THEN "staffMemberId" IS NULL AND state IS NULL
        AND num_nonnulls("providerReference", "nextAttemptAt", "failureCode") = 0 AND attempts = 0
      WHEN author = 'clerk' THEN "staffMemberId" IS NOT NULL AND state IS NOT NULL AND "sourceReference" IS NULL
      ELSE "staffMemberId" IS NULL AND state IS NOT NULL AND "sourceReference" IS NULL
    END);
