import { withOrganisation } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { CookieToken, OrganisationId } from '#journey/ids.ts';
import type { LinkStage } from '#journey/stages.ts';
import type { Clock } from '#ports/clock.ts';
import { visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LinkedService } from './link.data.ts';
import { findLivingLink, isOver } from './living-link.ts';
import { findCitizensVisit, findVisit } from './visit.data.ts';

/** What the page of an unopened link says: whose it is, and nothing about the person. */
export type LinkSummary = {
  readonly services: readonly LinkedService[];
  readonly channel: Channel;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly stage: LinkStage;
  /** The citizen let know to be coming. */
  readonly saidComing: boolean;
  /** The citizen is in another browser: who comes now is asked who they are. Not once it is over: then nobody new comes in. */
  readonly openElsewhere: boolean;
  /** This browser took part already, and sees what is kept. */
  readonly openHere: boolean;
};

/** Reads a cookie of the browser by its name. */
export type ReadCookie = (name: string) => string | undefined;

/** What a link is, without changing anything; null when it is none. */
export function lookAtLink(
  clock: Clock,
  organisationId: OrganisationId,
  token: string,
  cookies: ReadCookie,
): Promise<LinkSummary | null> {
  return withOrganisation(organisationId, async (scope) => {
    const appointment = await findLivingLink(scope, token, clock.now());
    if (appointment === null) return null;
    const { services, channel, startAt, stage, saidComing } = appointment;
    const cookie = parseToken<CookieToken>(cookies(visitCookie(appointment.reference)) ?? '');
    const own = cookie === null ? null : await findVisit(scope, appointment.reference, cookie);
    const openHere = own !== null && !own.yielded;
    const citizensVisit = await findCitizensVisit(scope, appointment.id);
    const openElsewhere = citizensVisit !== null && !openHere && !isOver(stage);
    return { services, channel, startAt, stage, saidComing, openElsewhere, openHere };
  });
}
