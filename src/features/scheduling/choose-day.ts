import type { LocalDate } from '#journey/local-time.ts';
import type { OfferedDay } from './offered-times.ts';

/** As many days as fit beside each other on a small telephone. */
const daysInWindow = 5;

/** The days that are shown, and the one whose times are. */
export type DayChoice = {
  readonly days: readonly OfferedDay[];
  /** Undefined when all days of the window are full. */
  readonly chosen: OfferedDay | undefined;
  readonly earlierFrom: LocalDate | undefined;
  readonly laterFrom: LocalDate | undefined;
  /** A day was asked for that has no free time, or is none. */
  readonly missed: boolean;
};

/**
 * Which days to show, out of those that are offered (at least one). The windows are the same whatever is chosen inside
 * them, so that a day does not move away from under the finger.
 * @param from the first day to be in sight
 * @param date the day whose times are asked for; `invalid` for what is no date
 */
export function chooseDay(
  offered: readonly OfferedDay[],
  from: LocalDate | undefined,
  date: LocalDate | 'invalid' | undefined,
): DayChoice {
  const asked = date === undefined ? undefined : offered.find((day) => day.date === date && !day.full);
  const missed = date !== undefined && asked === undefined;
  const first = missed ? 0 : indexOfDay(offered, asked?.date ?? from);
  const start = first - (first % daysInWindow);
  const days = offered.slice(start, start + daysInWindow);
  return {
    days,
    chosen: asked ?? days.find((day) => !day.full),
    earlierFrom: offered[start - daysInWindow]?.date,
    laterFrom: offered[start + daysInWindow]?.date,
    missed,
  };
}

/** The first day on or after a date; the last day when all are before it. */
function indexOfDay(offered: readonly OfferedDay[], date: LocalDate | undefined): number {
  if (date === undefined) return 0;
  const index = offered.findIndex((day) => day.date >= date);
  return index === -1 ? offered.length - 1 : index;
}
