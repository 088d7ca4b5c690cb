-- CreateEnum
CREATE TYPE "ContactMeans" AS ENUM ('sms', 'email', 'whatsapp');

-- CreateEnum
CREATE TYPE "LineAuthor" AS ENUM ('citizen', 'clerk', 'product');

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "aboutAppointmentId" UUID,
ADD COLUMN     "contactAddress" TEXT,
ADD COLUMN     "means" "ContactMeans",
ADD COLUMN     "ownAddress" TEXT,
ADD COLUMN     "stoppedAt" TIMESTAMPTZ,
ALTER COLUMN "appointmentId" DROP NOT NULL,
ALTER COLUMN "roomName" DROP NOT NULL;

-- CreateTable
CREATE TABLE "TextLine" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author" "LineAuthor" NOT NULL,
    "staffMemberId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "isMasked" BOOLEAN NOT NULL DEFAULT false,
    "refusedFiles" INTEGER NOT NULL DEFAULT 0,
    "sourceReference" TEXT,
    "state" "MessageState",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ,
    "providerReference" TEXT,
    "failureCode" TEXT,

    CONSTRAINT "TextLine_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "TextLine_organisationId_staffMemberId_idx" ON "TextLine"("organisationId", "staffMemberId");

-- CreateIndex
CREATE INDEX "TextLine_organisationId_state_nextAttemptAt_idx" ON "TextLine"("organisationId", "state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "TextLine_organisationId_conversationId_number_key" ON "TextLine"("organisationId", "conversationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TextLine_organisationId_sourceReference_key" ON "TextLine"("organisationId", "sourceReference");

-- CreateIndex
CREATE INDEX "Conversation_organisationId_aboutAppointmentId_idx" ON "Conversation"("organisationId", "aboutAppointmentId");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_organisationId_aboutAppointmentId_fkey" FOREIGN KEY ("organisationId", "aboutAppointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextLine" ADD CONSTRAINT "TextLine_organisationId_conversationId_fkey" FOREIGN KEY ("organisationId", "conversationId") REFERENCES "Conversation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextLine" ADD CONSTRAINT "TextLine_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- Either of an appointment, with a room; or of somebody who wrote, known by an address alone.
ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_of_appointment_or_address" CHECK (
    CASE WHEN "appointmentId" IS NOT NULL
      THEN "roomName" IS NOT NULL AND num_nonnulls(means, "contactAddress", "ownAddress", "aboutAppointmentId", "stoppedAt") = 0
      ELSE "roomName" IS NULL AND channel = 'chat' AND num_nulls(means, "contactAddress", "ownAddress") = 0
        AND report IS NULL AND "surveyState" = 'skipped'
    END),
  ADD CONSTRAINT "Conversation_stop_is_of_sms" CHECK ("stoppedAt" IS NULL OR means = 'sms'),
  ADD CONSTRAINT "Conversation_address_fits" CHECK (
    CASE means
      WHEN 'email' THEN "contactAddress" = lower("contactAddress") AND "contactAddress" ~ '^[^@\s]+@[^@\s]+$'
        AND length("contactAddress") <= 254
      ELSE "contactAddress" ~ '^\+[1-9][0-9]{5,14}$'
    END);

-- Whoever writes again writes in the conversation that is open.
CREATE UNIQUE INDEX "Conversation_one_open_per_address" ON "Conversation" ("organisationId", means, "contactAddress")
  WHERE state <> 'ended' AND means IS NOT NULL;

-- A clerk speaks with one person at a time, and may have several people's messages in hand.
DROP INDEX "Conversation_one_per_clerk";
CREATE UNIQUE INDEX "Conversation_one_per_clerk" ON "Conversation" ("organisationId", "clerkId")
  WHERE state = 'admitted' AND "appointmentId" IS NOT NULL;

ALTER TABLE "TextLine"
  ADD CONSTRAINT "TextLine_author_fits" CHECK (
    CASE author
      WHEN 'citizen' THEN "staffMemberId" IS NULL AND state IS NULL
        AND num_nonnulls("providerReference", "nextAttemptAt", "failureCode") = 0 AND attempts = 0
      WHEN 'clerk' THEN "staffMemberId" IS NOT NULL AND state IS NOT NULL AND "sourceReference" IS NULL
      WHEN 'product' THEN "staffMemberId" IS NULL AND state IS NOT NULL AND "sourceReference" IS NULL
    END),
  ADD CONSTRAINT "TextLine_state_fits" CHECK (
    state <> 'discarded'
    AND (state IN ('planned', 'sending', 'failedTemporarily')) = ("nextAttemptAt" IS NOT NULL)),
  ADD CONSTRAINT "TextLine_says_something" CHECK (length(text) <= 5000 AND (length(trim(text)) > 0 OR "refusedFiles" > 0)),
  ADD CONSTRAINT "TextLine_counts" CHECK (number > 0 AND "refusedFiles" >= 0 AND attempts >= 0
    AND (author = 'citizen' OR "refusedFiles" = 0));

-- The second wall between organisations, for the table that is new.
ALTER TABLE "TextLine" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TextLine" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "TextLine"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "TextLine" TO balie_app;
