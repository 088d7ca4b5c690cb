import type { LocalDate } from '#journey/local-time.ts';
import type { OfferedDay } from './offered-times.ts';

/** Local dates, both included. */
type Dates = { readonly from: LocalDate; readonly until: LocalDate };

/** How many times are free on some dates, at every seat for itself: where three seats have a time, it counts three times. */
export function countSeatTimes(days: readonly OfferedDay[], { from, until }: Dates): number {
  return days
    .filter(({ date }) => from <= date && date <= until)
    .flatMap(({ morning, afternoon, evening }) => [...morning, ...afternoon, ...evening])
    .reduce((sum, { seatIds }) => sum + seatIds.length, 0);
}
