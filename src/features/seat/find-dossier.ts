import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { readDossier } from './dossier.data.ts';
import type { Dossier } from './dossier.ts';
import { workplaceOf } from './workplace.ts';

/**
 * The dossier of an appointment of the clerk's team; null for every other one, whether it exists or not.
 * @param language of the clerk
 */
export async function findDossier(
  actor: StaffActor,
  appointmentId: AppointmentId,
  language: Language,
): Promise<Dossier | null> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return null;
  const reader = { teamId: workplace.teamId, clerkId: actor.staffMemberId, language };
  return withOrganisation(actor.organisationId, (scope) => readDossier(scope, appointmentId, reader));
}
