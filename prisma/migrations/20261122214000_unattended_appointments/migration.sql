-- What the rule for missed appointments looks for every minute: those that are neither settled nor long ago are few.
CREATE INDEX "Appointment_unattended" ON "Appointment" ("organisationId", "endAt") WHERE state = 'booked' AND channel = 'video';
