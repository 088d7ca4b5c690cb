-- CreateEnum
CREATE TYPE "ForwardKind" AS ENUM ('consult', 'handOver');

-- CreateEnum
CREATE TYPE "ForwardState" AS ENUM ('open', 'taken', 'declined', 'withdrawn', 'done');

-- CreateTable
CREATE TABLE "Forward" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "kind" "ForwardKind" NOT NULL,
    "state" "ForwardState" NOT NULL DEFAULT 'open',
    "fromClerkId" UUID NOT NULL,
    "toTeamId" UUID NOT NULL,
    "toClerkId" UUID,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "takenById" UUID,
    "takenAt" TIMESTAMPTZ,
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "Forward_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "Forward_organisationId_conversationId_idx" ON "Forward"("organisationId", "conversationId");

-- CreateIndex
CREATE INDEX "Forward_organisationId_fromClerkId_idx" ON "Forward"("organisationId", "fromClerkId");

-- CreateIndex
CREATE INDEX "Forward_organisationId_toTeamId_idx" ON "Forward"("organisationId", "toTeamId");

-- CreateIndex
CREATE INDEX "Forward_organisationId_toClerkId_idx" ON "Forward"("organisationId", "toClerkId");

-- CreateIndex
CREATE INDEX "Forward_organisationId_takenById_idx" ON "Forward"("organisationId", "takenById");

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_organisationId_conversationId_fkey" FOREIGN KEY ("organisationId", "conversationId") REFERENCES "Conversation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_organisationId_fromClerkId_fkey" FOREIGN KEY ("organisationId", "fromClerkId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_organisationId_toTeamId_fkey" FOREIGN KEY ("organisationId", "toTeamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_organisationId_toClerkId_fkey" FOREIGN KEY ("organisationId", "toClerkId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_organisationId_takenById_fkey" FOREIGN KEY ("organisationId", "takenById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- One colleague at a time: two clerks who pass on at once, and two who take, are judged here.
CREATE UNIQUE INDEX "Forward_one_at_a_time" ON "Forward" ("organisationId", "conversationId") WHERE state IN ('open', 'taken');
-- What a team's seats ask at every change.
CREATE INDEX "Forward_open_of_team" ON "Forward" ("organisationId", "toTeamId") WHERE state IN ('open', 'taken');

ALTER TABLE "Forward"
  ADD CONSTRAINT "Forward_note_fits" CHECK (length(note) BETWEEN 1 AND 1000),
  ADD CONSTRAINT "Forward_taken_is_whole" CHECK (("takenById" IS NULL) = ("takenAt" IS NULL)),
  ADD CONSTRAINT "Forward_taken_by_somebody" CHECK (state NOT IN ('taken', 'done') OR "takenById" IS NOT NULL),
  ADD CONSTRAINT "Forward_settled_is_settled" CHECK ((state IN ('open', 'taken')) = ("settledAt" IS NULL)),
  ADD CONSTRAINT "Forward_to_another" CHECK ("toClerkId" IS DISTINCT FROM "fromClerkId" AND "takenById" IS DISTINCT FROM "fromClerkId");

-- The second wall between organisations, for the table that is new.
ALTER TABLE "Forward" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Forward" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "Forward"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Forward" TO balie_app;
