-- CreateTable
CREATE TABLE "TextStop" (
    "organisationId" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "stoppedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "TextStop_pkey" PRIMARY KEY ("organisationId","phone")
);

-- CreateIndex
CREATE INDEX "TextStop_organisationId_stoppedAt_idx" ON "TextStop"("organisationId", "stoppedAt");

-- AddForeignKey
ALTER TABLE "TextStop" ADD CONSTRAINT "TextStop_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "TextStop" ADD CONSTRAINT "TextStop_phone_fits" CHECK (phone ~ '^\+[1-9][0-9]{5,14}$');

-- The second wall between organisations, for the table that is new.
ALTER TABLE "TextStop" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TextStop" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "TextStop"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "TextStop" TO balie_app;

-- What was remembered with a conversation is remembered with the number.
INSERT INTO "TextStop" ("organisationId", phone, "stoppedAt")
  SELECT "organisationId", "contactAddress", max("stoppedAt") FROM "Conversation"
  WHERE "stoppedAt" IS NOT NULL GROUP BY "organisationId", "contactAddress";

-- Two constraints spoke of the column: they go with it, and one of them comes back without it.
ALTER TABLE "Conversation" DROP COLUMN "stoppedAt";
ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_of_appointment_or_address" CHECK (
    CASE WHEN "appointmentId" IS NOT NULL
      THEN "roomName" IS NOT NULL AND num_nonnulls(means, "contactAddress", "ownAddress", "aboutAppointmentId") = 0
      ELSE "roomName" IS NULL AND channel = 'chat' AND num_nulls(means, "contactAddress", "ownAddress") = 0
        AND report IS NULL AND "surveyState" = 'skipped'
    END);
