-- CreateEnum
CREATE TYPE "AppointmentKind" AS ENUM ('booked', 'walkIn');

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "kind" "AppointmentKind" NOT NULL DEFAULT 'booked',
ALTER COLUMN "seatId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "WalkInCounter" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "languages" "Language"[],
    "mostWaiting" INTEGER NOT NULL,

    CONSTRAINT "WalkInCounter_pkey" PRIMARY KEY ("organisationId","teamId")
);

-- CreateTable
CREATE TABLE "WalkInHours" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opensAtMinute" INTEGER NOT NULL,
    "closesAtMinute" INTEGER NOT NULL,

    CONSTRAINT "WalkInHours_pkey" PRIMARY KEY ("organisationId","teamId","weekday","opensAtMinute")
);

-- AddForeignKey
ALTER TABLE "WalkInCounter" ADD CONSTRAINT "WalkInCounter_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WalkInHours" ADD CONSTRAINT "WalkInHours_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "WalkInCounter"("organisationId", "teamId") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- Who comes without appointment holds no seat's time, and may be reached by the page alone.
ALTER TABLE "Appointment"
  DROP CONSTRAINT "Appointment_can_be_reached",
  ADD CONSTRAINT "Appointment_can_be_reached" CHECK (kind = 'walkIn' OR num_nonnulls(email, phone, "sheetCodeHash") > 0),
  ADD CONSTRAINT "Appointment_kind_fits" CHECK (
    CASE kind
      WHEN 'booked' THEN "seatId" IS NOT NULL
      WHEN 'walkIn' THEN "seatId" IS NULL AND channel = 'video' AND "bookedById" IS NULL AND "sheetCodeHash" IS NULL
    END);

ALTER TABLE "WalkInCounter" ADD CONSTRAINT "WalkInCounter_amounts" CHECK ("mostWaiting" BETWEEN 1 AND 100 AND cardinality(languages) > 0);
ALTER TABLE "WalkInHours"
  ADD CONSTRAINT "WalkInHours_within_a_day" CHECK (weekday BETWEEN 1 AND 7 AND "opensAtMinute" >= 0 AND "opensAtMinute" < "closesAtMinute" AND "closesAtMinute" <= 1440);

-- The second wall between organisations, for the tables that are new.
ALTER TABLE "WalkInCounter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WalkInCounter" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "WalkInCounter"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "WalkInCounter" TO balie_app;
ALTER TABLE "WalkInHours" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WalkInHours" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "WalkInHours"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "WalkInHours" TO balie_app;
