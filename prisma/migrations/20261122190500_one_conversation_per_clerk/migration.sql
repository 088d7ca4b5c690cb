-- A clerk is in one conversation at a time: the database itself is the judge when two windows admit at once.
CREATE UNIQUE INDEX "Conversation_one_per_clerk" ON "Conversation" ("organisationId", "clerkId") WHERE state = 'admitted';
