-- What every open seat asks at every change: calls and visits of earlier days of which nobody said what became of them. They are few.
CREATE INDEX "Appointment_unclosed" ON "Appointment" ("organisationId", "teamId", "startAt") WHERE state = 'booked' AND channel IN ('phone', 'counter');
