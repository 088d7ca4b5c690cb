-- AlterTable
ALTER TABLE "WalkInCounter" ADD COLUMN     "channels" "Channel"[];

-- By hand from here on.

-- Every counter that there is helps people over video.
UPDATE "WalkInCounter" SET "channels" = '{video}';
ALTER TABLE "WalkInCounter" ADD CONSTRAINT "WalkInCounter_channels_fit" CHECK (channels IS NOT NULL AND cardinality(channels) > 0 AND channels <@ '{video,chat}'::"Channel"[]);

-- Who comes without appointment comes over video, or in writing.
ALTER TABLE "Appointment"
  DROP CONSTRAINT "Appointment_kind_fits",
  ADD CONSTRAINT "Appointment_kind_fits" CHECK (
    CASE kind
      WHEN 'booked' THEN "seatId" IS NOT NULL
      WHEN 'walkIn' THEN "seatId" IS NULL AND channel IN ('video', 'chat') AND "bookedById" IS NULL AND "sheetCodeHash" IS NULL
    END);
