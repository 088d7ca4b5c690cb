import { addDays, type LocalDate, localDateAt, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import {
  type EpochMilliseconds,
  epochMilliseconds,
  type Interval,
  MINUTE_MILLISECONDS,
} from '#journey/time.ts';

/** When a team phones people back: the parts of the days on which its telephone is open. */

/** When a team's telephone is open, as `openingIntervals` of scheduling gives it for dates, both included. */
export type ReadOpenings = (from: LocalDate, until: LocalDate) => readonly Interval[];

/** People plan as far as this. */
const daysAhead = 14;
const mostWindows = 8;
/** With less than this left of it, a part of a day is no promise that can be kept. */
const leastMinutes = 30;
/** A part shorter than this stays with its other half. */
const leastHalfMinutes = 60;
const noonMinute = 720;

/**
 * The stretches in which somebody can be called, the first to come in front: every opening of the coming days, parted at noon where
 * both halves are worth it. The one that runs already begins now. None when the team's telephone is never open.
 */
export function listCallWindows(
  readOpenings: ReadOpenings,
  timeZone: string,
  now: number,
): readonly Interval[] {
  const at = epochMilliseconds(now);
  const today = localDateAt(at, timeZone);
  const until = addDays(today, daysAhead);
  const offsets = readZoneOffsets(timeZone, today, until);
  return readOpenings(today, until)
    .flatMap((opening) => {
      const noon = momentOfWall(localDateAt(opening.startAt, timeZone), noonMinute, offsets);
      return partAt(opening, noon);
    })
    .filter(({ startAt, endAt }) => lasts(Math.max(startAt, at), endAt) >= leastMinutes)
    .map(({ startAt, endAt }) => ({ startAt: Math.max(startAt, at) as EpochMilliseconds, endAt }))
    .slice(0, mostWindows);
}

function partAt({ startAt, endAt }: Interval, noon: EpochMilliseconds): readonly Interval[] {
  if (lasts(startAt, noon) < leastHalfMinutes || lasts(noon, endAt) < leastHalfMinutes)
    return [{ startAt, endAt }];
  return [
    { startAt, endAt: noon },
    { startAt: noon, endAt },
  ];
}

function lasts(from: number, until: number): number {
  return (until - from) / MINUTE_MILLISECONDS;
}

/** As soon as possible, or in the part of a day that ends at this moment: ends stay what they are while time goes by. */
export type WantedWindow = 'soon' | EpochMilliseconds;

/** The stretch that was chosen; null when it cannot be had (any more). */
export function chooseWindow(windows: readonly Interval[], wanted: WantedWindow): Interval | null {
  return (wanted === 'soon' ? windows[0] : windows.find(({ endAt }) => endAt === wanted)) ?? null;
}
