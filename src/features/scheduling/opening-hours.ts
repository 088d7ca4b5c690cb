import type { LocationId, SeatId } from '#journey/ids.ts';
import {
  datesBetween,
  type LocalDate,
  momentOfWall,
  readZoneOffsets,
  type Weekday,
  weekdayOf,
} from '#journey/local-time.ts';
import { type Interval, mergeIntervals } from '#journey/time.ts';

/**
 * One stretch of a team's week as the clock on the wall shows it. A day may have several. `closesAtMinute` 1440 is
 * midnight at the end of the day; with an opening at 0 on the next day the team is open through the night.
 */
export interface WeeklyOpening {
  readonly weekday: Weekday;
  /** Minutes after the day's midnight, 0 to 1439. */
  readonly opensAtMinute: number;
  /** Minutes after the day's midnight, 1 to 1440, later than `opensAtMinute`. */
  readonly closesAtMinute: number;
  /** The first and last date on which it holds, both included; without one there is no bound. */
  readonly validFrom?: LocalDate | null;
  readonly validUntil?: LocalDate | null;
  /** Of a counter: where it holds; without one everywhere. */
  readonly locationId?: LocationId | null;
  /** The only seats that are open then; none is all of the team's. */
  readonly seatIds?: readonly SeatId[] | null;
}

/** When a team is open: its week, and the dates on which it is closed all day: its own closures and the organisation's holidays. */
export interface OpeningHours {
  readonly zone: string;
  readonly weekly: readonly WeeklyOpening[];
  readonly closures: readonly LocalDate[];
}

/**
 * The moments at which a team is open on the dates from `from` to `until`, both included.
 *
 * On a night when the clock changes:
 * - a wall time that does not exist is dropped: open from 02:30 to 04:00 where 02:00 to 03:00 is skipped means one
 *   hour, from 03:00;
 * - a wall time that exists twice means its first passing, and an opening is one unbroken stretch: open from 01:00 to
 *   03:00 where 02:00 to 03:00 comes twice means three hours, open from 02:30 to 04:00 two and a half.
 * So hours that fill a day fill its real 23 or 25 hours, and hours that touch on the wall touch in time.
 *
 * Returns intervals in order. Within a date they are merged where they overlap or touch; those of two dates are kept
 * apart, but touch when the team is open at midnight. A row that closes before it opens opens nothing.
 */
export function openingIntervals(hours: OpeningHours, from: LocalDate, until: LocalDate): Interval[] {
  return readCalendar(hours.zone, from, until)(hours.weekly, hours.closures);
}

/** Gives the moments at which hours hold, as `openingIntervals` does, for many hours of the same dates. */
export type Calendar = (weekly: readonly WeeklyOpening[], closures: readonly LocalDate[]) => Interval[];

/** Reads zone and dates once. */
export function readCalendar(zone: string, from: LocalDate, until: LocalDate): Calendar {
  const offsets = readZoneOffsets(zone, from, until);
  const dates = datesBetween(from, until).map((date) => ({ date, weekday: weekdayOf(date) }));
  return (weekly, closures) => {
    const byWeekday = Map.groupBy(weekly, ({ weekday }) => weekday);
    return dates.flatMap(({ date, weekday }) => {
      const openings = byWeekday.get(weekday);
      if (openings === undefined || closures.includes(date)) return [];
      const ofDate = openings
        .filter((opening) => isValidOn(opening, date))
        .map((opening) => ({
          startAt: momentOfWall(date, opening.opensAtMinute, offsets),
          endAt: momentOfWall(date, opening.closesAtMinute, offsets),
        }));
      return mergeIntervals(ofDate);
    });
  };
}

function isValidOn({ validFrom, validUntil }: WeeklyOpening, date: LocalDate): boolean {
  return (!validFrom || validFrom <= date) && (!validUntil || date <= validUntil);
}
