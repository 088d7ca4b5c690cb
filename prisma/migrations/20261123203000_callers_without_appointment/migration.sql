-- By hand.

-- Who telephones without appointment is an entry that a clerk makes, and has no name until they say it or prove it: none is made up.
ALTER TABLE "Appointment"
  DROP CONSTRAINT "Appointment_kind_fits",
  ADD CONSTRAINT "Appointment_kind_fits" CHECK (
    CASE kind
      WHEN 'booked' THEN "seatId" IS NOT NULL
      WHEN 'walkIn' THEN "seatId" IS NULL AND channel <> 'counter' AND "sheetCodeHash" IS NULL
        AND ("bookedById" IS NOT NULL) = (channel = 'phone')
    END),
  DROP CONSTRAINT "Appointment_lengths",
  ADD CONSTRAINT "Appointment_lengths" CHECK (length("citizenName") <= 120 AND length(email) <= 254 AND length(remark) <= 1000),
  ADD CONSTRAINT "Appointment_has_a_name" CHECK ("citizenName" <> '' OR (kind = 'walkIn' AND channel = 'phone'));
