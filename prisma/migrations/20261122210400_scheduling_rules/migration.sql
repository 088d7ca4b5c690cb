-- The buffer before an appointment holds its seat too.
ALTER TABLE "Appointment" DROP CONSTRAINT "Appointment_seat_occupied_once";
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_seat_occupied_once"
  EXCLUDE USING gist ("organisationId" WITH =, "seatId" WITH =, tstzrange("occupiedFromAt", "occupiedUntilAt", '[)') WITH &&)
  WHERE (state <> 'cancelled');

ALTER TABLE "Appointment"
  DROP CONSTRAINT "Appointment_ends_after_start",
  DROP CONSTRAINT "Appointment_can_be_reached",
  DROP CONSTRAINT "Appointment_cancelled_has_time",
  ADD CONSTRAINT "Appointment_ends_after_start" CHECK ("occupiedFromAt" <= "startAt" AND "startAt" < "endAt" AND "endAt" <= "occupiedUntilAt"),
  ADD CONSTRAINT "Appointment_can_be_reached" CHECK (num_nonnulls(email, phone, "sheetCodeHash") > 0),
  ADD CONSTRAINT "Appointment_cancelled_has_time" CHECK ((state = 'cancelled') = ("cancelledAt" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_missed_has_time" CHECK ((state = 'missed') = ("missedAt" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_cancelled_by_somebody" CHECK ("cancelledBy" IS NULL OR state = 'cancelled'),
  ADD CONSTRAINT "Appointment_interpreter_has_language" CHECK (('interpreter' = ANY (needs)) = ("interpreterLanguage" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_interpreter_language_is_iso639" CHECK ("interpreterLanguage" ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT "Appointment_sheet_code_is_sha256" CHECK (octet_length("sheetCodeHash") = 32),
  ADD CONSTRAINT "Appointment_booked_by_staff_or_website" CHECK ("bookedById" IS NOT NULL OR "requestChannel" = 'website');

-- Hours of one channel at one place never overlap.
ALTER TABLE "OpeningHours"
  ADD CONSTRAINT "OpeningHours_location_is_for_the_counter" CHECK ("locationId" IS NULL OR channel = 'counter'),
  ADD CONSTRAINT "OpeningHours_valid_in_order" CHECK ("validFrom" <= "validUntil"),
  ADD CONSTRAINT "OpeningHours_do_not_overlap" EXCLUDE USING gist (
    "organisationId" WITH =, "teamId" WITH =, (coalesce("locationId", '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, channel WITH =,
    weekday WITH =, int4range("opensAtMinute", "closesAtMinute") WITH &&, daterange("validFrom", "validUntil", '[]') WITH &&);

ALTER TABLE "SeatStaffing"
  ADD CONSTRAINT "SeatStaffing_within_a_day" CHECK (weekday BETWEEN 1 AND 7 AND "startsAtMinute" >= 0 AND "startsAtMinute" < "endsAtMinute" AND "endsAtMinute" <= 1440),
  ADD CONSTRAINT "SeatStaffing_valid_in_order" CHECK ("validFrom" <= "validUntil"),
  ADD CONSTRAINT "SeatStaffing_does_not_overlap" EXCLUDE USING gist (
    "organisationId" WITH =, "seatId" WITH =, weekday WITH =, int4range("startsAtMinute", "endsAtMinute") WITH &&,
    daterange("validFrom", "validUntil", '[]') WITH &&);

ALTER TABLE "Seat" ADD CONSTRAINT "Seat_counter_has_location" CHECK (NOT 'counter' = ANY (channels) OR "locationId" IS NOT NULL);
ALTER TABLE "ChannelCapacity" ADD CONSTRAINT "ChannelCapacity_at_once" CHECK ("atOnce" >= 0);
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_ends_after_start" CHECK ("startAt" < "endAt");
ALTER TABLE "BusyPeriod" ADD CONSTRAINT "BusyPeriod_ends_after_start" CHECK ("startAt" < "endAt");
ALTER TABLE "BusyCalendar" ADD CONSTRAINT "BusyCalendar_url" CHECK (length(url) <= 2000);
ALTER TABLE "SeatFeed" ADD CONSTRAINT "SeatFeed_token_is_sha256" CHECK (octet_length("tokenHash") = 32);

ALTER TABLE "Service" DROP CONSTRAINT "Service_amounts";
ALTER TABLE "Service" ADD CONSTRAINT "Service_amounts" CHECK ("durationMinutes" BETWEEN 5 AND 480 AND "bufferBeforeMinutes" BETWEEN 0 AND 120
  AND "bufferAfterMinutes" BETWEEN 0 AND 120 AND "interpreterMinutes" BETWEEN 0 AND 240 AND "minimumNoticeMinutes" >= 0 AND "horizonDays" BETWEEN 1 AND 366
  AND "feeCents" >= 0 AND "retentionDays" BETWEEN 1 AND 3650 AND "staffSharePercent" BETWEEN 0 AND 100);

ALTER TABLE "Principal"
  ADD CONSTRAINT "Principal_lengths" CHECK (length(name) BETWEEN 1 AND 120),
  ADD CONSTRAINT "Principal_number_is_of_an_enterprise" CHECK (
    (kind IN ('company', 'association')) = ("registrationNumber" IS NOT NULL) AND "registrationNumber" ~ '^([0-9]{8}|[01][0-9]{9})$');

-- A time is kept for one at a time; who holds it past its end is cleared away before the next one holds it.
ALTER TABLE "TimeHold"
  ADD CONSTRAINT "TimeHold_ends_after_start" CHECK ("occupiedFromAt" < "occupiedUntilAt" AND "createdAt" < "expiresAt"),
  ADD CONSTRAINT "TimeHold_seat_held_once" EXCLUDE USING gist (
    "organisationId" WITH =, "seatId" WITH =, tstzrange("occupiedFromAt", "occupiedUntilAt", '[)') WITH &&);

ALTER TABLE "EarlierTimeOffer"
  ADD CONSTRAINT "EarlierTimeOffer_times" CHECK ("startAt" < "endAt" AND "createdAt" < "expiresAt"),
  ADD CONSTRAINT "EarlierTimeOffer_settled_has_time" CHECK ((state = 'open') = ("settledAt" IS NULL));
-- One time is offered to one person at a time, and one person has one offer at a time.
CREATE UNIQUE INDEX "EarlierTimeOffer_one_per_time" ON "EarlierTimeOffer" ("organisationId", "seatId", "startAt") WHERE state = 'open';
CREATE UNIQUE INDEX "EarlierTimeOffer_one_per_person" ON "EarlierTimeOffer" ("organisationId", "appointmentId") WHERE state = 'open';

-- The second wall between organisations, for the tables that are new.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Location', 'Holiday', 'ChannelCapacity', 'SeatService', 'SeatStaffing', 'Absence', 'BusyCalendar', 'BusyPeriod', 'SeatFeed',
    'Principal', 'TimeHold', 'EarlierTimeWish', 'EarlierTimeOffer']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY organisation_only ON %I
      USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
      WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO balie_app', t);
  END LOOP;
END
$$;
