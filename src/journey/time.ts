/**
 * Moments and stretches of time as integers. Temporal and Date appear only where time enters or leaves; everything
 * in between adds and compares numbers. Local dates and zones live in local-time.ts, which needs Temporal; this file
 * does not, so that a browser script can use it at no cost.
 */

declare const unit: unique symbol;

/** A moment: whole milliseconds since 1970-01-01T00:00Z, without leap seconds. */
export type EpochMilliseconds = number & { readonly [unit]: 'epoch milliseconds' };

/** A stretch of time, half-open: `startAt` belongs to it, `endAt` does not. Touching intervals do not overlap. */
export interface Interval {
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
}

export const MINUTE_MILLISECONDS = 60_000;
export const DAY_MILLISECONDS = 86_400_000;

/** Brands a number as a moment; a fraction of a millisecond is dropped. Throws RangeError for what is no number. */
export function epochMilliseconds(value: number): EpochMilliseconds {
  if (!Number.isFinite(value)) throw new RangeError(`Not a moment: ${value}`);
  return Math.floor(value) as EpochMilliseconds;
}

/** The moment of a Date, a Temporal.Instant or a Temporal.ZonedDateTime. Throws RangeError for an invalid Date. */
export function toEpoch(moment: Date | { readonly epochMilliseconds: number }): EpochMilliseconds {
  return epochMilliseconds(moment instanceof Date ? moment.getTime() : moment.epochMilliseconds);
}

/** The same moment as a Date, for libraries and database drivers that want one. */
export function toDate(at: EpochMilliseconds): Date {
  return new Date(at);
}

/** The beginning of the minute that a moment lies in. What is told to the minute by the clock is the same of both. */
export function wholeMinute(at: number): number {
  return Math.floor(at / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS;
}

/** The moment that many minutes of real time later, or earlier when negative. */
export function addMinutes(at: EpochMilliseconds, minutes: number): EpochMilliseconds {
  return (at + minutes * MINUTE_MILLISECONDS) as EpochMilliseconds;
}

/** The intervals in order of start, without the empty ones. Costs no copy of what is in order already. */
export function sortByStart<T extends Interval>(intervals: readonly T[]): readonly T[] {
  const tidy = intervals.every(
    (interval, index) =>
      interval.startAt < interval.endAt &&
      (index === 0 || (intervals[index - 1] as T).startAt <= interval.startAt),
  );
  if (tidy) return intervals;
  return intervals
    .filter((interval) => interval.startAt < interval.endAt)
    .sort((a, b) => a.startAt - b.startAt);
}

/** The same time in as few intervals as possible: in order, none empty, none overlapping or touching another. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { startAt, endAt } of sortByStart(intervals)) {
    const last = merged.at(-1);
    if (last === undefined || last.endAt < startAt) merged.push({ startAt, endAt });
    else if (last.endAt < endAt) merged[merged.length - 1] = { startAt: last.startAt, endAt };
  }
  return merged;
}
