-- CreateEnum
CREATE TYPE "ReadyWord" AS ENUM ('almostThere', 'bitLonger', 'shortBreak', 'technical', 'documentsReady', 'stayOnPage');

-- CreateTable
CREATE TABLE "WaitingWord" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "staffMemberId" UUID NOT NULL,
    "word" "ReadyWord",
    "text" TEXT,
    "saidAt" TIMESTAMPTZ NOT NULL,
    "readAt" TIMESTAMPTZ,

    CONSTRAINT "WaitingWord_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "WaitingWord_organisationId_appointmentId_idx" ON "WaitingWord"("organisationId", "appointmentId");

-- CreateIndex
CREATE INDEX "WaitingWord_organisationId_staffMemberId_idx" ON "WaitingWord"("organisationId", "staffMemberId");

-- AddForeignKey
ALTER TABLE "WaitingWord" ADD CONSTRAINT "WaitingWord_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingWord" ADD CONSTRAINT "WaitingWord_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "WaitingWord"
  ADD CONSTRAINT "WaitingWord_says_something" CHECK (num_nonnulls(word, text) > 0),
  ADD CONSTRAINT "WaitingWord_text_fits" CHECK (length(text) BETWEEN 1 AND 500),
  ADD CONSTRAINT "WaitingWord_read_after_said" CHECK ("readAt" >= "saidAt");

-- The second wall between organisations, for the table that is new.
ALTER TABLE "WaitingWord" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WaitingWord" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "WaitingWord"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "WaitingWord" TO balie_app;
