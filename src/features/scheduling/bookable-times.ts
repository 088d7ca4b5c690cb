import type { BookingAudience } from '#journey/appointment-wish.ts';
import type { LocationId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt, periodOfDates } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, type Interval } from '#journey/time.ts';
import type { BookingRules } from './booking-rules.ts';
import { type FreeTime, type FreeTimesQuestion, freeTimes, type SeatOccupation } from './free-times.ts';
import { fullTimes } from './full-times.ts';
import { isKeptForStaff, type KeptShare } from './kept-times.ts';
import { type Calendar, type OpeningHours, readCalendar, type WeeklyOpening } from './opening-hours.ts';
import type { ChannelCapacity } from './schedule.ts';

/** A seat with what is on it, where it is, and when somebody works there. */
export type BookableSeat = SeatOccupation & {
  readonly locationId?: LocationId | null;
  /** On the wall; none is whenever the team is open. */
  readonly staffing?: readonly WeeklyOpening[];
};

export interface BookableTimesQuestion {
  readonly rules: BookingRules;
  readonly hours: OpeningHours;
  /** What is on the seats in `occupiedPeriod` of the same dates; more does no harm. */
  readonly seats: readonly BookableSeat[];
  /** How much the channel takes at once; without it, as many as there are seats. */
  readonly capacity?: ChannelCapacity | null;
  /** Who books; citizens do not see what is kept for staff. */
  readonly audience?: BookingAudience;
  /** Only this start, also between two that are offered. */
  readonly onlyAt?: EpochMilliseconds;
  /** The local dates asked for, both included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly now: EpochMilliseconds;
}

/** The first and the last moment at which an appointment booked now may start. */
export function bookingLimits(
  rules: BookingRules,
  zone: string,
  now: EpochMilliseconds,
): { notBefore: EpochMilliseconds; notAfter: EpochMilliseconds } {
  const lastDate = addDays(localDateAt(now, zone), rules.horizonDays);
  return {
    notBefore: addMinutes(now, rules.minimumNoticeMinutes),
    notAfter: lastMoment(periodOfDates(lastDate, lastDate, zone)),
  };
}

/** The period whose occupations decide about starts on these dates: an appointment of the last one may run past midnight. */
export function occupiedPeriod(
  rules: BookingRules,
  zone: string,
  from: LocalDate,
  until: LocalDate,
): Interval {
  const dates = periodOfDates(from, until, zone);
  const longest = rules.durationMinutes + rules.bufferAfterMinutes;
  const startAt = addMinutes(dates.startAt, -rules.bufferBeforeMinutes);
  return { startAt, endAt: addMinutes(dates.endAt, longest) };
}

/**
 * The free times that start on the dates asked for and within notice and horizon, in order of start. Dates beyond the
 * horizon cost nothing, so that any two dates may be asked for.
 */
export function bookableTimes(question: BookableTimesQuestion): FreeTime[] {
  const { rules, hours, now } = question;
  // Notice protects a clerk's day from strangers; colleagues look for themselves.
  const notice = question.audience === 'staff' ? { minimumNoticeMinutes: 0 } : {};
  const limits = bookingLimits({ ...rules, ...notice }, hours.zone, now);
  const from = latest(question.from, localDateAt(limits.notBefore, hours.zone));
  const until = earliest(question.until, localDateAt(limits.notAfter, hours.zone));
  if (from > until) return [];
  const dates = periodOfDates(from, until, hours.zone);
  // One date more, so that a time in the last evening may run on into a night that is open too.
  const calendar = readCalendar(hours.zone, from, addDays(until, 1));
  const common = {
    durationMinutes: rules.durationMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    stepMinutes: rules.stepMinutes,
    notBefore: latest(limits.notBefore, dates.startAt),
    notAfter: earliest(limits.notAfter, lastMoment(dates)),
    onlyAt: question.onlyAt,
    full: question.capacity ? fullTimes(question.capacity) : [],
  };
  const byPlace = seatsByPlace(question).map(({ weekly, seats }) =>
    freeTimes({
      ...common,
      openings: calendar(weekly, hours.closures),
      seats: seats.map(({ seat }) => ({ ...seat, staffed: staffedTimes(seat, calendar) })),
      isKept: keptFor(question, seats),
    }),
  );
  return byPlace.length === 1 ? (byPlace[0] as FreeTime[]) : joinTimes(byPlace);
}

type PlacedSeats = {
  readonly weekly: readonly WeeklyOpening[];
  readonly seats: readonly { readonly seat: BookableSeat; readonly index: number }[];
};

/** The seats under each set of opening hours: where locations or seats have hours of their own, their seats are apart. */
function seatsByPlace({ hours: { weekly }, seats }: BookableTimesQuestion): PlacedSeats[] {
  const indexed = seats.map((seat, index) => ({ seat, index }));
  const isForAll = ({ locationId, seatIds }: WeeklyOpening) => !locationId && !seatIds?.length;
  if (weekly.every(isForAll)) return [{ weekly, seats: indexed }];
  const opened = indexed.map((each) => ({
    each,
    holds: weekly.map((opening) => isOpenFor(each.seat, opening)),
  }));
  const alike = Map.groupBy(opened, ({ holds }) => holds.join());
  return [...alike.values()].map((group) => ({
    weekly: weekly.filter((_opening, index) => group[0]?.holds[index]),
    seats: group.map(({ each }) => each),
  }));
}

/** Whether an opening is one of this seat. */
export function isOpenFor(
  { id, locationId }: Pick<BookableSeat, 'id' | 'locationId'>,
  opening: Pick<WeeklyOpening, 'locationId' | 'seatIds'>,
): boolean {
  if (opening.locationId && opening.locationId !== locationId) return false;
  return !opening.seatIds?.length || opening.seatIds.includes(id);
}

function staffedTimes(seat: BookableSeat, calendar: Calendar): readonly Interval[] | undefined {
  return seat.staffing?.length ? calendar(seat.staffing, []) : undefined;
}

function keptFor(
  { rules, seats, audience }: BookableTimesQuestion,
  placed: PlacedSeats['seats'],
): FreeTimesQuestion['isKept'] {
  if (audience === 'staff' || rules.staffSharePercent === 0) return undefined;
  const share = shareOf(rules, seats.length);
  return (startAt, at) => isKeptForStaff(startAt, (placed[at] as PlacedSeats['seats'][number]).index, share);
}

/** The part of the times at so many seats that is kept for staff. */
export function shareOf({ staffSharePercent, stepMinutes }: BookingRules, seatCount: number): KeptShare {
  return { percent: staffSharePercent, stepMinutes, seatCount };
}

/** The times of several places as one list in order; a time that is free at two places names the seats of both. */
function joinTimes(lists: readonly FreeTime[][]): FreeTime[] {
  const joined = new Map<EpochMilliseconds, FreeTime>();
  for (const time of lists.flat()) {
    const other = joined.get(time.startAt);
    joined.set(time.startAt, other ? { ...time, seatIds: [...other.seatIds, ...time.seatIds] } : time);
  }
  return [...joined.values()].sort((a, b) => a.startAt - b.startAt);
}

function latest<T extends LocalDate | EpochMilliseconds>(a: T, b: T): T {
  return a > b ? a : b;
}

function earliest<T extends LocalDate | EpochMilliseconds>(a: T, b: T): T {
  return a < b ? a : b;
}

function lastMoment(period: Interval): EpochMilliseconds {
  return (period.endAt - 1) as EpochMilliseconds;
}
