-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "turnTextAskedAt" TIMESTAMPTZ,
ADD COLUMN     "turnTextPhone" TEXT,
ADD COLUMN     "turnTextToldAt" TIMESTAMPTZ;

-- By hand from here on.

ALTER TABLE "Appointment"
  ADD CONSTRAINT "Appointment_turn_text_is_whole" CHECK (
    ("turnTextPhone" IS NULL) = ("turnTextAskedAt" IS NULL) AND ("turnTextToldAt" IS NULL OR "turnTextAskedAt" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_turn_text_phone_fits" CHECK ("turnTextPhone" ~ '^\+[1-9][0-9]{5,14}$');
