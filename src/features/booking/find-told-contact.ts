import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';

import { readContactSince } from './told-contact.data.ts';

/** Where the confirmation went. */
export type ToldContact = {
  readonly email: string | null;
  /** As people here write it; null where no text message arrives. */
  readonly phone: string | null;
};

/** So long after booking its page names where the confirmation went: a link that is passed on later tells nobody. */
const namedMinutes = 30;

/** Where the confirmation went, for the citizen who booked a moment ago; null for everybody else. */
export async function findToldContact(clock: Clock, actor: VisitActor): Promise<ToldContact | null> {
  if (actor.role !== 'citizen') return null;
  const since = new Date(clock.now() - namedMinutes * MINUTE_MILLISECONDS);
  const contact = await withOrganisation(actor.organisationId, (scope) =>
    readContactSince(scope, actor.appointmentId, since),
  );
  if (contact === null) return null;
  const { email, phone } = contact;
  return { email, phone: phone !== null && canReceiveTexts(phone) ? formatPhoneLocally(phone) : null };
}
