import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { loadQueue } from '#features/seat/queue-view.ts';
import { workplaceOf } from '#features/seat/workplace.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { CookieToken } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { readCookie, staffSessionCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';
import { lookAlong } from './look-along.ts';

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
  const findActor = (scope: OrganisationScope, now: number) =>
    findStaffActor(scope, { token, host: organisation.host }, new Date(now));
  const first = await lookAlong(organisation.id, 'staff', (scope) => findActor(scope, clock.now()));
  const teamId = first && workplaceOf(first)?.teamId;
  if (teamId === null || teamId === undefined) return null;
  return {
    organisationId: organisation.id,
    stream: `team:${teamId}`,
    load: async (scope) => {
      const now = clock.now();
      const actor = await findActor(scope, now);
      const loaded = actor && (await loadQueue(scope, actor, organisation.timeZone, now));
      if (loaded === null || loaded.view.team.id !== teamId) return null;
      return { state: loaded.view, refreshAt: loaded.refreshAt };
    },
  };
}
