-- What waits, in the order of its moment: so that the first few of many are found without a look at all of them.
CREATE INDEX "Message_waiting" ON "Message" ("organisationId", channel, "nextAttemptAt")
  WHERE state IN ('planned', 'failedTemporarily', 'sending');
