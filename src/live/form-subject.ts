import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { findVisit } from '#features/link/visit.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import { type CookieToken, parseId, type RequestId } from '#journey/ids.ts';
import type { FormHand, FormTools } from '#panels/forms/own-form.ts';
import { readSharedForm } from '#panels/forms/read-shared-form.ts';
import type { FormPlace } from '#panels/forms/shared-form.ts';
import { readCookie, staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';

const path = /^\/events\/(?:visits\/([0-9A-Za-z-]{1,40})|seat)\/forms\/([0-9a-f-]{36})$/;

/** At least this often its reader is authorised again, though nothing happened. */
const recheckMilliseconds = 15_000;

/**
 * A form while it is filled in, at `/events/visits/<reference>/forms/<request>` and `/events/seat/forms/<request>`: for who is asked, and for the
 * clerk as long as they are in conversation with them. What is kept is told by loading it; where the other one is passes along.
 */
export async function findFormSubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
  tools: Omit<FormTools, 'timeZone'>,
): Promise<LiveSubject | null> {
  const [, reference, requestId] = path.exec(pathname) ?? [];
  const id = parseId<RequestId>(requestId ?? '');
  if (id === null) return null;
  const { timeZone } = organisation;
  const own = reference === undefined ? 'clerk' : 'asked';
  const findHand = (scope: OrganisationScope): Promise<FormHand | null> =>
    reference === undefined
      ? findClerk(scope, organisation, cookies, tools.clock.now())
      : findVisitor(scope, cookies, reference);
  const load = async (scope: OrganisationScope) => {
    const hand = await findHand(scope);
    return hand && readSharedForm({ ...tools, timeZone }, scope, hand, id);
  };
  const first = await withOrganisation(organisation.id, load);
  if (first === null) return null;
  return {
    organisationId: organisation.id,
    stream: `request:${id}`,
    // The conversation begins or ends, it is withdrawn, another device takes over.
    reloadOn: [`appointment:${first.appointmentId}`],
    passing: (message) => {
      const place = message as FormPlace;
      return place.side === own ? null : place;
    },
    load: async (scope) => {
      const loaded = await load(scope);
      return loaded && { state: loaded.form, refreshAt: tools.clock.now() + recheckMilliseconds };
    },
  };
}

async function findVisitor(
  scope: OrganisationScope,
  cookies: string | undefined,
  reference: string,
): Promise<FormHand | null> {
  const token = parseToken<CookieToken>(readCookie(cookies, visitCookie(reference)) ?? '');
  const visit = token && (await findVisit(scope, reference, token));
  return visit === null || visit.yielded ? null : visit.actor;
}

async function findClerk(
  scope: OrganisationScope,
  { host }: Organisation,
  cookies: string | undefined,
  now: number,
): Promise<FormHand | null> {
  const token = parseToken<CookieToken>(readCookie(cookies, staffSessionCookie) ?? '');
  return token === null ? null : findStaffActor(scope, { token, host }, new Date(now));
}
