-- A group of people without legal form ("feitelijke vereniging") is an association that no register knows.
ALTER TABLE "Principal"
  DROP CONSTRAINT "Principal_number_is_of_an_enterprise",
  ADD CONSTRAINT "Principal_number_is_of_an_enterprise" CHECK (
    CASE kind
      WHEN 'company' THEN "registrationNumber" IS NOT NULL
      WHEN 'association' THEN true
      ELSE "registrationNumber" IS NULL
    END
    AND "registrationNumber" ~ '^([0-9]{8}|[01][0-9]{9})$');
