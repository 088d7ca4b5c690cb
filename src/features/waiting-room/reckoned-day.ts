import { createHash } from 'node:crypto';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readRunningDay, type TeamDay } from '#db/running-day.ts';
import { expectStarts, orderTurns } from '#journey/expected-starts.ts';
import type { TeamId } from '#journey/ids.ts';
import { wholeMinute } from '#journey/time.ts';

export type ReckonedDay = {
  /** When each is expected to be helped. */
  readonly starts: ReadonlyMap<string, number | null>;
  /** Who is there, counted from one in the order of turns. */
  readonly places: ReadonlyMap<string, number>;
  /** A mark of all that those who wait are told of it: another mark, another story. */
  readonly mark: string;
};

const reckoned = new WeakMap<TeamDay, ReckonedDay>();

/** A day that many look at together is reckoned once. @param now epoch milliseconds */
export function reckonDay(day: TeamDay, now: number): ReckonedDay {
  const known = reckoned.get(day);
  if (known !== undefined) return known;
  const starts = expectStarts(day, now);
  const places = new Map(orderTurns(day.coming).map(({ id }, index) => [id, index + 1]));
  const found = { starts, places, mark: markOf(day, starts, places) };
  reckoned.set(day, found);
  return found;
}

function markOf(
  { seatsPaused, clerkNames }: TeamDay,
  starts: ReckonedDay['starts'],
  places: ReckonedDay['places'],
): string {
  const minutes = Array.from(starts, ([id, at]) => [id, at === null ? null : wholeMinute(at)]);
  const told = JSON.stringify([minutes, [...places], seatsPaused.length > 0, clerkNames]);
  return createHash('sha256').update(told).digest('base64');
}

/** The mark of a team's day as it is now. */
export async function readDayMark(scope: OrganisationScope, teamId: TeamId, now: number): Promise<string> {
  return reckonDay(await readRunningDay(scope, teamId, now), now).mark;
}
