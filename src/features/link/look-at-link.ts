import { withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, LinkToken, OrganisationId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { visitCookie } from '#shared/cookies.ts';
import { hashToken, parseToken } from '#shared/secrets.ts';
import { findLinkedAppointment } from './link.data.ts';
import { findCitizensVisit, findVisit } from './visit.data.ts';

/** What the page of an unopened link says: whose it is, and nothing about the person. */
export type LinkSummary = {
  readonly services: readonly LocalizedText[];
  /** Epoch milliseconds. */
  readonly startAt: number;
  /** The citizen is in another browser: who comes now is asked who they are. */
  readonly openElsewhere: boolean;
};

/** Reads a cookie of the browser by its name. */
export type ReadCookie = (name: string) => string | undefined;

/**
 * What a link is, without changing anything; null when it is none. Whatever stands in the address is hashed and looked for,
 * so that an answer's time does not tell a wrong form from a wrong secret.
 */
export function lookAtLink(
  organisationId: OrganisationId,
  token: string,
  cookies: ReadCookie,
): Promise<LinkSummary | null> {
  return withOrganisation(organisationId, async (scope) => {
    const appointment = await findLinkedAppointment(scope, hashToken(token as LinkToken));
    if (appointment === null) return null;
    const cookie = parseToken<CookieToken>(cookies(visitCookie(appointment.reference)) ?? '');
    const own = cookie === null ? null : await findVisit(scope, appointment.reference, cookie);
    const citizensVisit = await findCitizensVisit(scope, appointment.id);
    return {
      services: appointment.services,
      startAt: appointment.startAt,
      openElsewhere: citizensVisit !== null && (own === null || own.yielded),
    };
  });
}
