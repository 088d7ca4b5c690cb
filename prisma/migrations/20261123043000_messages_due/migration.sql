-- What is due, each way out by itself, in the order in which it waits. Comparisons of states are not leakproof: behind row-level security an
-- index over them is passed over, and every look read all messages that ever were.
CREATE INDEX "Message_due_email" ON "Message" ("organisationId", "nextAttemptAt") WHERE state IN ('planned', 'failedTemporarily', 'sending') AND channel = 'email';
CREATE INDEX "Message_due_sms" ON "Message" ("organisationId", "nextAttemptAt") WHERE state IN ('planned', 'failedTemporarily', 'sending') AND channel = 'sms';
CREATE INDEX "TextLine_due" ON "TextLine" ("organisationId", "nextAttemptAt") WHERE state IN ('planned', 'failedTemporarily', 'sending');
DROP INDEX "Message_organisationId_state_nextAttemptAt_idx";
DROP INDEX "TextLine_organisationId_state_nextAttemptAt_idx";

-- What failed lately.
CREATE INDEX "Message_organisationId_plannedAt_idx" ON "Message"("organisationId", "plannedAt");
