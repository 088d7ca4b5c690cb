-- When the citizen let something be heard last. Until now it followed from what was read and from the browsers in which the link was opened, and
-- the browser in which somebody booked counted as well.
ALTER TABLE "Appointment" ADD COLUMN "heardAt" TIMESTAMPTZ;

UPDATE "Appointment" a SET "heardAt" = greatest(
  a."saidComingAt",
  (SELECT max(m."readAt") FROM "Message" m WHERE m."organisationId" = a."organisationId" AND m."appointmentId" = a.id),
  (SELECT max(v."createdAt") FROM "Visit" v
    WHERE v."organisationId" = a."organisationId" AND v."appointmentId" = a.id AND v.role = 'citizen'
      AND v."createdAt" > a."createdAt" + interval '1 minute'));
