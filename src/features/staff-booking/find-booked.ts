import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import {
  type BookedAppointment,
  findBookedAppointment,
  listLocations,
  type OfferedLocation,
} from './booked.data.ts';

/**
 * An appointment to read back or to print: one of the actor's own teams, or one that the actor booked, also for another team.
 * Null for every other one, whether it exists or not.
 */
export async function findBooked(actor: StaffActor, reference: string): Promise<BookedAppointment | null> {
  if (!mayDo(actor, 'bookForCitizen')) return null;
  const booked = await withOrganisation(actor.organisationId, (scope) =>
    findBookedAppointment(scope, reference),
  );
  if (booked === null) return null;
  const isTheirs = mayWorkForTeam(actor, booked.teamId) || booked.bookedById === actor.staffMemberId;
  return isTheirs ? booked : null;
}

/** The buildings that can be booked; none for who may not book. */
export async function findLocations(actor: StaffActor): Promise<readonly OfferedLocation[]> {
  if (!mayDo(actor, 'bookForCitizen')) return [];
  return withOrganisation(actor.organisationId, listLocations);
}
