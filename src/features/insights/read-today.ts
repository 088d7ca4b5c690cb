import { shareInLook } from '#db/look.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay, type TeamDay } from '#db/running-day.ts';
import type { StaffActor } from '#journey/actor.ts';
import { delayMinutesOf, expectStarts, orderTurns } from '#journey/expected-starts.ts';
import { localDateAt, periodOfDates } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import { epochMilliseconds, MINUTE_MILLISECONDS, wholeMinute } from '#journey/time.ts';
import type { TeamToday, TodayView } from '#journey/today-view.ts';
import type { Clock } from '#ports/clock.ts';
import { countTroubles, listSeatsNow, listTeams } from './today.data.ts';

/** More starts ahead than this nobody looks at. */
const mostNext = 4;

/** How the day runs in every team, for a supervisor; null for everybody else. @param timeZone of the organisation */
export async function loadToday(
  scope: OrganisationScope,
  actor: StaffActor,
  timeZone: string,
  now: number,
): Promise<TodayView | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  const today = localDateAt(epochMilliseconds(now), timeZone);
  const day = periodOfDates(today, today, timeZone);
  // Read once for all supervisors who look.
  const seats = await shareInLook(scope, 'seatsNow', () => listSeatsNow(scope, now));
  const counts = await shareInLook(scope, 'troubles', () => countTroubles(scope, day, now));
  const troubles = new Map(counts.map((each) => [each.teamId, each]));
  const teams: TeamToday[] = [];
  for (const { id, name } of await shareInLook(scope, 'teams', () => listTeams(scope))) {
    const running = await readRunningDay(scope, id, now);
    const counted = troubles.get(id);
    teams.push({
      id,
      name,
      ...describeDay(running, day.endAt, now),
      seats: seats.flatMap(({ teamId, ...seat }) => (teamId === id ? [seat] : [])),
      walkIns: counted?.walkIns ?? 0,
      callbacksDue: counted?.callbacksDue ?? 0,
      toCall: counted?.toCall ?? 0,
      failingMessages: counted?.failingMessages ?? 0,
      failedTests: counted?.failedTests ?? 0,
      overdueQuestions: counted?.overdueQuestions ?? 0,
    });
  }
  return { serverNow: now, teams };
}

/** As `loadToday`, for the page. */
export function readToday(clock: Clock, actor: StaffActor, timeZone: string): Promise<TodayView | null> {
  return withOrganisation(actor.organisationId, (scope) => loadToday(scope, actor, timeZone, clock.now()));
}

/** Who waits, how late it is, and who comes next. */
export function describeDay(
  day: TeamDay,
  dayEndsAt: number,
  now: number,
): Pick<TeamToday, 'waiting' | 'longestWaitMinutes' | 'delayMinutes' | 'next'> {
  const expected = expectStarts(day, now);
  const inTurn = orderTurns(day.coming);
  const longest = Math.max(0, ...inTurn.map(({ arrivedAt }) => now - (arrivedAt ?? now)));
  const delays = day.coming.map(({ id, startAt, arrivedAt }) =>
    delayMinutesOf(expected.get(id) ?? startAt, Math.max(startAt, arrivedAt ?? startAt)),
  );
  return {
    waiting: inTurn.flatMap(({ id, startAt, arrivedAt }) => {
      const at = expected.get(id) ?? null;
      return arrivedAt === null
        ? []
        : [{ startAt, since: arrivedAt, expectedAt: at === null ? null : wholeMinute(at) }];
    }),
    longestWaitMinutes: Math.floor(longest / MINUTE_MILLISECONDS),
    delayMinutes: Math.max(0, ...delays),
    next: day.coming
      .filter(({ startAt, arrivedAt }) => arrivedAt === null && startAt > now && startAt < dayEndsAt)
      .map(({ startAt }) => startAt)
      .sort((a, b) => a - b)
      .slice(0, mostNext),
  };
}
