/**
 * Local dates and wall times of a time zone, and their moments. A zone is an IANA name such as `Europe/Brussels`.
 * Zones are asked through Temporal, once per question; what follows is arithmetic on integers.
 */
import { Temporal } from 'temporal-polyfill';
import {
  DAY_MILLISECONDS,
  type EpochMilliseconds,
  epochMilliseconds,
  type Interval,
  MINUTE_MILLISECONDS,
  toEpoch,
} from './time.ts';

declare const format: unique symbol;

/** A date on the calendar, with no zone: `2026-11-24`. Compares and sorts as text. */
export type LocalDate = string & { readonly [format]: 'YYYY-MM-DD' };

/** Day of the week as in ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The stretch of time in which a zone keeps one offset from UTC; the outermost ones are not bounded. */
export interface ZoneOffset extends Interval {
  readonly offsetMilliseconds: number;
}

const UNBOUNDED_PAST = -8.64e15 as EpochMilliseconds;
const UNBOUNDED_FUTURE = 8.64e15 as EpochMilliseconds;

/** A date that exists, written as `YYYY-MM-DD`; undefined for everything else. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    Temporal.PlainDate.from(text);
    return text as LocalDate;
  } catch {
    return undefined;
  }
}

/** The date on the wall calendar in the zone at that moment. */
export function localDateAt(at: EpochMilliseconds, zone: string): LocalDate {
  return toZonedDateTime(at, zone).toPlainDate().toString() as LocalDate;
}

/** The date that many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayInUtc(startOfDateInUtc(date) + days * DAY_MILLISECONDS);
}

export function weekdayOf(date: LocalDate): Weekday {
  const daysSinceThursday = startOfDateInUtc(date) / DAY_MILLISECONDS;
  return (((((daysSinceThursday + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Every date from the first to the last, both included; none when the last comes before the first. */
export function datesBetween(from: LocalDate, until: LocalDate): LocalDate[] {
  const first = startOfDateInUtc(from);
  const count = (startOfDateInUtc(until) - first) / DAY_MILLISECONDS + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    dateOfDayInUtc(first + index * DAY_MILLISECONDS),
  );
}

/** From the first moment of `from` to the last of `until`, both dates included: 23, 24 or 25 hours a day. */
export function periodOfDates(from: LocalDate, until: LocalDate, zone: string): Interval {
  const startOf = (date: LocalDate) => toEpoch(Temporal.PlainDate.from(date).toZonedDateTime(zone));
  return { startAt: startOf(from), endAt: startOf(addDays(until, 1)) };
}

/** The moment as Temporal shows it in the zone, for formatting. */
export function toZonedDateTime(at: EpochMilliseconds, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/**
 * The zone's offsets that matter between two dates (both included), in order and without gaps, for `momentOfWall`.
 * One look-up per change of the clock, so read it once per question.
 */
export function readZoneOffsets(zone: string, from: LocalDate, until: LocalDate): readonly ZoneOffset[] {
  // Local dates run up to 14 hours ahead of UTC and 12 behind; two days to either side hold every wall time of theirs.
  const last = startOfDateInUtc(until) + 2 * DAY_MILLISECONDS;
  let moment = toZonedDateTime(epochMilliseconds(startOfDateInUtc(from) - 2 * DAY_MILLISECONDS), zone);
  let startAt = UNBOUNDED_PAST;
  const offsets: ZoneOffset[] = [];
  for (;;) {
    const offsetMilliseconds = moment.offsetNanoseconds / 1_000_000;
    const change = moment.getTimeZoneTransition('next');
    if (change === null || change.epochMilliseconds > last) {
      offsets.push({ startAt, endAt: UNBOUNDED_FUTURE, offsetMilliseconds });
      return offsets;
    }
    const endAt = toEpoch(change);
    offsets.push({ startAt, endAt, offsetMilliseconds });
    startAt = endAt;
    moment = change;
  }
}

/**
 * The moment at which the clock on the wall first reaches a time of a date; minute 1440 is midnight at its end.
 * A time that exists twice is its first passing (as in RFC 5545, section 3.3.5). A time that does not exist is the
 * moment at which the clock jumps over it. So a later wall time is never an earlier moment, and wall times that divide
 * a day divide its real 23, 24 or 25 hours, none lost and none counted twice.
 */
export function momentOfWall(
  date: LocalDate,
  minuteOfDay: number,
  offsets: readonly ZoneOffset[],
): EpochMilliseconds {
  const wall = startOfDateInUtc(date) + minuteOfDay * MINUTE_MILLISECONDS;
  for (const { startAt, endAt, offsetMilliseconds } of offsets) {
    const at = wall - offsetMilliseconds;
    if (at < endAt) return Math.max(at, startAt) as EpochMilliseconds;
  }
  throw new RangeError(`No offset known for ${date}`);
}

/** The date on the wall calendar at a moment, as `localDateAt` gives it, for who has read the zone's offsets around it already. */
export function localDateWith(at: EpochMilliseconds, offsets: readonly ZoneOffset[]): LocalDate {
  const offset = offsets.find(({ startAt, endAt }) => startAt <= at && at < endAt);
  if (offset === undefined) throw new RangeError(`No offset known at ${at}`);
  const wall = at + offset.offsetMilliseconds;
  return dateOfDayInUtc(Math.floor(wall / DAY_MILLISECONDS) * DAY_MILLISECONDS);
}

/** The date that begins at a midnight in UTC; beyond the year 9999 with a sign and six digits, as Temporal writes it. */
function dateOfDayInUtc(midnight: number): LocalDate {
  const text = new Date(midnight).toISOString();
  return text.slice(0, text.indexOf('T')) as LocalDate;
}

function startOfDateInUtc(date: LocalDate): number {
  return Date.parse(`${date}T00:00Z`);
}
