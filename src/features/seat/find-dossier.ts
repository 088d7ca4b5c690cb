import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { readDossier } from './dossier.data.ts';
import type { Dossier } from './dossier.ts';
import { workplaceOf } from './workplace.ts';

/** The dossier of an appointment of the clerk's team; null for every other one, whether it exists or not. */
export async function findDossier(actor: StaffActor, appointmentId: AppointmentId): Promise<Dossier | null> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return null;
  const reader = { teamId: workplace.teamId, clerkId: actor.staffMemberId };
  return withOrganisation(actor.organisationId, (scope) => readDossier(scope, appointmentId, reader));
}
