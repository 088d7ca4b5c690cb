-- What is looked for among a seat's appointments begins at most a day before: so an index over beginnings finds all that overlaps a time.
-- The exclusion constraint's own index cannot: row-level security keeps the operator on ranges out of it (it is not leakproof).
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_lasts_a_day_at_most" CHECK ("occupiedUntilAt" - "occupiedFromAt" <= interval '1 day');

CREATE INDEX "Appointment_seat_times" ON "Appointment" ("organisationId", "seatId", "occupiedFromAt") INCLUDE ("occupiedUntilAt", id)
  WHERE state <> 'cancelled';

-- A seat and a team are of one organisation. Without knowing so, the planner expects one row of a seat, and takes any index for as good as the right one.
CREATE STATISTICS "Appointment_seat_of_organisation" (dependencies, ndistinct) ON "organisationId", "seatId" FROM "Appointment";
CREATE STATISTICS "Appointment_team_of_organisation" (dependencies, ndistinct) ON "organisationId", "teamId" FROM "Appointment";
