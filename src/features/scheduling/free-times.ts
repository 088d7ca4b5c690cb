import type { SeatId } from '#journey/ids.ts';
import {
  type EpochMilliseconds,
  type Interval,
  MINUTE_MILLISECONDS,
  mergeIntervals,
  sortByStart,
} from '#journey/time.ts';

/** A seat and the stretches of time it can't be booked: appointments with their own buffer, absences. */
export interface SeatOccupation {
  readonly id: SeatId;
  /** In any order; may overlap. A read that is ordered by start saves a sort. */
  readonly busy: readonly Interval[];
  /** When somebody works there; undefined is whenever the team is open. In any order; may overlap. */
  readonly staffed?: readonly Interval[] | undefined;
}

/** A time that can be booked: the appointment's start and end (without the buffer), and the seats free for it. */
export interface FreeTime extends Interval {
  /** At least one, in the order in which the seats were given. */
  readonly seatIds: readonly SeatId[];
}

export interface FreeTimesQuestion {
  /** When the team is open, as `openingIntervals` gives it: touching intervals are kept apart. */
  readonly openings: readonly Interval[];
  readonly seats: readonly SeatOccupation[];
  readonly durationMinutes: number;
  /** Time the seat needs before the appointment, to read up. */
  readonly bufferBeforeMinutes?: number;
  /** Time the seat needs after the appointment, for the report. */
  readonly bufferAfterMinutes: number;
  /** Times are offered at every so many minutes, counted from the start of each opening. */
  readonly stepMinutes: number;
  /** The first moment at which an appointment may start. */
  readonly notBefore: EpochMilliseconds;
  /** The last moment at which an appointment may start. */
  readonly notAfter: EpochMilliseconds;
  /** Only this start, whatever the step; undefined is every one that is offered. */
  readonly onlyAt?: EpochMilliseconds | undefined;
  /** When the channel takes no more, whichever seats are free; in order, not overlapping. */
  readonly full?: readonly Interval[];
  /** Whether a time at a seat is kept for others; seats by their place in `seats`. */
  readonly isKept?: (startAt: EpochMilliseconds, seatIndex: number) => boolean;
}

/**
 * The times that can be booked, in order of start. An appointment lies in the openings from start to end, and may run
 * on where one opening touches the next, and so it lies in the seat's staffing; the buffers around it may run past
 * opening and staffing, but not into another occupation of the seat. Throws RangeError for a duration or step that is
 * not positive.
 *
 * Cost: one sort of each seat's occupation if it is not in order, then one sweep over times and occupation together.
 */
export function freeTimes(question: FreeTimesQuestion): FreeTime[] {
  const { bufferBeforeMinutes = 0, bufferAfterMinutes, durationMinutes, isKept } = question;
  const occupation: Occupation = {
    before: bufferBeforeMinutes * MINUTE_MILLISECONDS,
    duration: durationMinutes * MINUTE_MILLISECONDS,
    after: (durationMinutes + bufferAfterMinutes) * MINUTE_MILLISECONDS,
  };
  const starts = possibleStarts(question);
  const all = startsClearOf(question.full ?? [], starts, starts.keys(), occupation);
  const seatIdsOfStarts: (SeatId[] | undefined)[] = new Array(starts.length).fill(undefined);
  for (const [seatIndex, seat] of question.seats.entries()) {
    const clear = startsClearOf(sortByStart(seat.busy), starts, all, occupation);
    const staffed = seat.staffed
      ? startsWithin(mergeIntervals(seat.staffed), starts, clear, occupation)
      : clear;
    for (const index of staffed) {
      if (isKept?.(starts[index] as EpochMilliseconds, seatIndex)) continue;
      const seatIds = seatIdsOfStarts[index];
      if (seatIds) seatIds.push(seat.id);
      else seatIdsOfStarts[index] = [seat.id];
    }
  }
  const times: FreeTime[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const seatIds = seatIdsOfStarts[index];
    if (seatIds === undefined) continue;
    const startAt = starts[index] as EpochMilliseconds;
    times.push({ startAt, endAt: (startAt + occupation.duration) as EpochMilliseconds, seatIds });
  }
  return times;
}

/** In milliseconds: from start back to the occupation's begin, on to the end, and on to the occupation's end. */
type Occupation = { readonly before: number; readonly duration: number; readonly after: number };

/** Of some of the starts, by their index, those whose whole occupation keeps clear of what is there; all in order. */
function startsClearOf(
  busy: readonly Interval[],
  starts: readonly EpochMilliseconds[],
  some: Iterable<number>,
  { before, after }: Occupation,
): number[] {
  const clear: number[] = [];
  let next = 0;
  // The latest end of all that starts before the occupation would be over: it is free if that has passed.
  let busyUntil = Number.NEGATIVE_INFINITY;
  for (const index of some) {
    const startAt = starts[index] as EpochMilliseconds;
    const occupiedUntil = startAt + after;
    for (let other = busy[next]; other && other.startAt < occupiedUntil; other = busy[next]) {
      if (other.endAt > busyUntil) busyUntil = other.endAt;
      next += 1;
    }
    if (busyUntil <= startAt - before) clear.push(index);
  }
  return clear;
}

/** Of some of the starts, by their index, those of appointments that lie in one stretch from start to end; all in order. */
function startsWithin(
  stretches: readonly Interval[],
  starts: readonly EpochMilliseconds[],
  some: readonly number[],
  { duration }: Occupation,
): number[] {
  let next = 0;
  return some.filter((index) => {
    const startAt = starts[index] as EpochMilliseconds;
    while (next < stretches.length && (stretches[next] as Interval).endAt <= startAt) next += 1;
    const stretch = stretches[next];
    return stretch !== undefined && stretch.startAt <= startAt && startAt + duration <= stretch.endAt;
  });
}

/** Where an appointment could start if every seat were free, in order. */
function possibleStarts(question: FreeTimesQuestion): EpochMilliseconds[] {
  const duration = question.durationMinutes * MINUTE_MILLISECONDS;
  const step = question.stepMinutes * MINUTE_MILLISECONDS;
  if (!(duration > 0 && step > 0)) throw new RangeError('Duration and step must be more than zero minutes');
  const openings = sortByStart(question.openings);
  const unbroken = mergeIntervals(openings);
  if (question.onlyAt !== undefined)
    return isOpenAt(question.onlyAt, unbroken, question) ? [question.onlyAt] : [];
  const starts: EpochMilliseconds[] = [];
  let stretch = 0;
  let offeredUntil = Number.NEGATIVE_INFINITY;
  for (const opening of openings) {
    while ((unbroken[stretch] as Interval).endAt < opening.endAt) stretch += 1;
    const latest = Math.min((unbroken[stretch] as Interval).endAt - duration, question.notAfter);
    const skipped = Math.max(0, Math.ceil((question.notBefore - opening.startAt) / step));
    // Openings that overlap would offer a time twice: the later one goes on where the earlier one stopped.
    for (let at = opening.startAt + skipped * step; at < opening.endAt && at <= latest; at += step) {
      if (at >= offeredUntil) starts.push(at as EpochMilliseconds);
    }
    offeredUntil = Math.max(offeredUntil, opening.endAt);
  }
  return starts;
}

function isOpenAt(
  at: EpochMilliseconds,
  unbroken: readonly Interval[],
  { durationMinutes, notBefore, notAfter }: FreeTimesQuestion,
): boolean {
  if (at < notBefore || at > notAfter) return false;
  const endAt = at + durationMinutes * MINUTE_MILLISECONDS;
  return unbroken.some((stretch) => stretch.startAt <= at && endAt <= stretch.endAt);
}

/**
 * The free times nearest to one that was wanted and is gone, in order of start, at most `count` of them. Of two that
 * are equally near, the earlier one counts as nearer.
 * `free` must be in order of start, as `freeTimes` gives it.
 */
export function nearestFreeTimes<T extends Interval>(
  free: readonly T[],
  wanted: EpochMilliseconds,
  count: number,
): T[] {
  const found = free.findIndex((time) => time.startAt >= wanted);
  let until = found === -1 ? free.length : found;
  let from = until;
  while (until - from < count && until - from < free.length) {
    const before = free[from - 1];
    const after = free[until];
    const takeBefore =
      before !== undefined && (after === undefined || wanted - before.startAt <= after.startAt - wanted);
    if (takeBefore) from -= 1;
    else until += 1;
  }
  return free.slice(from, until);
}
