import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, OrganisationId } from '#journey/ids.ts';
import { findMessageAppointmentId } from './messages.data.ts';
import { messageOfToken } from './return-address.ts';

/** The appointment of a message, by the name that only who has the message knows; null when there is none. */
export async function findMessageAppointment(
  { linkSecret }: { readonly linkSecret: string },
  organisationId: OrganisationId,
  token: string,
): Promise<AppointmentId | null> {
  const id = messageOfToken(linkSecret, token);
  return id && withOrganisation(organisationId, (scope) => findMessageAppointmentId(scope, id));
}
