import { addDays, type LocalDate, localDateAt, periodOfDates } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, type Interval } from '#journey/time.ts';
import { type FreeTime, freeTimes, type SeatOccupation } from './free-times.ts';
import { type OpeningHours, openingIntervals } from './opening-hours.ts';

/** What a service and its organisation say about booking. */
export interface BookingRules {
  readonly durationMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly stepMinutes: number;
  /** How long before its start an appointment can still be booked. */
  readonly minimumNoticeMinutes: number;
  /** How far ahead can be booked: 0 is today only, 30 is today and the thirty dates after it. */
  readonly horizonDays: number;
}

export interface BookableTimesQuestion {
  readonly rules: BookingRules;
  readonly hours: OpeningHours;
  /** What is on the seats in `occupiedPeriod` of the same dates; more does no harm. */
  readonly seats: readonly SeatOccupation[];
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
  return { startAt: dates.startAt, endAt: addMinutes(dates.endAt, longest) };
}

/**
 * The free times that start on the dates asked for and within notice and horizon, in order of start. Dates beyond the
 * horizon cost nothing, so that any two dates may be asked for.
 */
export function bookableTimes(question: BookableTimesQuestion): FreeTime[] {
  const { rules, hours, seats, now } = question;
  const limits = bookingLimits(rules, hours.zone, now);
  const from = latest(question.from, localDateAt(limits.notBefore, hours.zone));
  const until = earliest(question.until, localDateAt(limits.notAfter, hours.zone));
  if (from > until) return [];
  const dates = periodOfDates(from, until, hours.zone);
  return freeTimes({
    // One date more, so that a time in the last evening may run on into a night that is open too.
    openings: openingIntervals(hours, from, addDays(until, 1)),
    seats,
    durationMinutes: rules.durationMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    stepMinutes: rules.stepMinutes,
    notBefore: latest(limits.notBefore, dates.startAt),
    notAfter: earliest(limits.notAfter, lastMoment(dates)),
  });
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
