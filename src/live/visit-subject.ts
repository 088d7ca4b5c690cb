import { findVisit } from '#features/link/visit.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { readDayMark } from '#features/waiting-room/reckoned-day.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { CookieToken } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { readCookie, visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';
import { lookAlong } from './look-along.ts';
import type { Attendance, Presence } from './presence.ts';

const path = /^\/events\/visits\/([0-9A-Za-z-]{1,40})$/;

type Means = { readonly clock: Clock; readonly presence: Presence };

/**
 * A citizen's or companion's page at `/events/visits/<reference>`. While it is connected and the waiting room is open, they are
 * there. A visit that yielded to another device is told `bye`.
 */
export async function findVisitSubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
  { clock, presence }: Means,
): Promise<LiveSubject | null> {
  const reference = path.exec(pathname)?.[1];
  if (reference === undefined) return null;
  const token = parseToken<CookieToken>(readCookie(cookies, visitCookie(reference)) ?? '');
  if (token === null) return null;
  // After a server went away thousands come back in one second.
  const visit = await lookAlong(organisation.id, 'visitor', (scope) => findVisit(scope, reference, token));
  if (visit === null) return null;
  const { visitId, appointmentId } = visit.actor;
  let attendance: Attendance | null = null;
  let dayMark: string | null = null;
  return {
    organisationId: organisation.id,
    stream: `appointment:${appointmentId}`,
    // The place in the queue depends on everybody in the waiting room.
    reloadOn: [`team:${visit.teamId}`],
    isConcerned: async (scope) =>
      dayMark !== null && dayMark !== (await readDayMark(scope, visit.teamId, clock.now())),
    connected: () => {
      attendance = presence.attend(organisation.id, visitId);
      return attendance.left;
    },
    load: async (scope) => {
      const loaded = await loadVisitView(scope, visitId, clock.now());
      if (loaded === null) return null;
      attendance?.shown(loaded);
      dayMark = loaded.dayMark;
      return { state: loaded.view, refreshAt: loaded.refreshAt };
    },
  };
}
