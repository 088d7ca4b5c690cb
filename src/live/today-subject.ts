import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { loadToday } from '#features/insights/read-today.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { CookieToken } from '#journey/ids.ts';
import type { TodayView } from '#journey/today-view.ts';
import type { Clock } from '#ports/clock.ts';
import { readCookie, staffSessionCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';

/** At least this often it is loaded, and so its reader authorised, though nothing happened. */
const recheckMilliseconds = 15_000;

/**
 * A supervisor's view of the day at `/events/today`: numbers and seats of every team. Every load asks the database again who holds this
 * cookie and what they may. It gives no way into a conversation, and tells of no stream but the organisation's own.
 */
export async function findTodaySubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
  clock: Clock,
): Promise<LiveSubject | null> {
  if (pathname !== '/events/today') return null;
  const token = parseToken<CookieToken>(readCookie(cookies, staffSessionCookie) ?? '');
  if (token === null) return null;
  const load = (scope: OrganisationScope) => loadFor(scope, organisation, token, clock.now());
  const first = await withOrganisation(organisation.id, load);
  if (first === null) return null;
  return {
    organisationId: organisation.id,
    stream: `organisation:${organisation.id}`,
    reloadOn: first.teams.map(({ id }) => `team:${id}` as const),
    load: async (scope) => {
      const view = await load(scope);
      return view && { state: view, refreshAt: view.serverNow + recheckMilliseconds };
    },
  };
}

async function loadFor(
  scope: OrganisationScope,
  { host, timeZone }: Organisation,
  token: CookieToken,
  now: number,
): Promise<TodayView | null> {
  const actor = await findStaffActor(scope, { token, host }, new Date(now));
  return actor === null ? null : loadToday(scope, actor, timeZone, now);
}
