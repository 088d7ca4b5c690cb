import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { type LoadedQueue, loadQueue } from '#features/seat/queue-view.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { CookieToken, TeamId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { readCookie, staffSessionCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';

/**
 * The clerk's screen at `/events/seat`: follows the stream of the team at whose seat the clerk sits.
 * Every load asks the database again who holds this cookie, where they sit and what they may; a change ends the stream.
 */
export async function findSeatSubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
  clock: Clock,
): Promise<LiveSubject | null> {
  if (pathname !== '/events/seat') return null;
  const token = parseToken<CookieToken>(readCookie(cookies, staffSessionCookie) ?? '');
  if (token === null) return null;
  const load = (scope: OrganisationScope) => loadFor(scope, organisation, token, clock.now());
  const first = await withOrganisation(organisation.id, load);
  if (first === null) return null;
  const teamId: TeamId = first.view.team.id;
  return {
    organisationId: organisation.id,
    stream: `team:${teamId}`,
    load: async (scope) => {
      const loaded = await load(scope);
      if (loaded === null || loaded.view.team.id !== teamId) return null;
      return { state: loaded.view, refreshAt: loaded.refreshAt };
    },
  };
}

async function loadFor(
  scope: OrganisationScope,
  { host, timeZone }: Organisation,
  token: CookieToken,
  now: number,
): Promise<LoadedQueue | null> {
  const actor = await findStaffActor(scope, { token, host }, new Date(now));
  return actor === null ? null : loadQueue(scope, actor, timeZone, now);
}
