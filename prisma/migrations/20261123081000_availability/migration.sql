-- CreateEnum
CREATE TYPE "UnavailabilityReason" AS ENUM ('break', 'administration', 'technical', 'other', 'endOfDay');

-- CreateTable
CREATE TABLE "Unavailability" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "seatId" UUID NOT NULL,
    "staffMemberId" UUID NOT NULL,
    "reason" "UnavailabilityReason" NOT NULL,
    "words" TEXT,
    "startAt" TIMESTAMPTZ NOT NULL,
    "endAt" TIMESTAMPTZ,

    CONSTRAINT "Unavailability_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "Unavailability_organisationId_startAt_idx" ON "Unavailability"("organisationId", "startAt");

-- CreateIndex
CREATE INDEX "Unavailability_organisationId_staffMemberId_idx" ON "Unavailability"("organisationId", "staffMemberId");

-- AddForeignKey
ALTER TABLE "Unavailability" ADD CONSTRAINT "Unavailability_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unavailability" ADD CONSTRAINT "Unavailability_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- A seat is in one state at a time.
CREATE UNIQUE INDEX "Unavailability_running" ON "Unavailability" ("organisationId", "seatId") WHERE "endAt" IS NULL;

ALTER TABLE "Unavailability"
  ADD CONSTRAINT "Unavailability_words_are_of_other" CHECK (("words" IS NOT NULL) = ("reason" = 'other')),
  ADD CONSTRAINT "Unavailability_words_fit" CHECK (length("words") BETWEEN 1 AND 60),
  ADD CONSTRAINT "Unavailability_ends_after_start" CHECK ("endAt" >= "startAt");

-- The second wall between organisations, for the table that is new.
ALTER TABLE "Unavailability" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Unavailability" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "Unavailability"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Unavailability" TO balie_app;
