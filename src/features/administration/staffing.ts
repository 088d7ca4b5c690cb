import { addDays, type LocalDate, type Weekday } from '#journey/local-time.ts';
import type { MinuteRange } from './clock-text.ts';
import { holdsOn, type WeeklyStretch } from './fit.ts';

/** A stretch of a weekday in which somebody works at a seat. */
export type StaffedDay = MinuteRange & { readonly weekday: number };

export type StoredStaffing = WeeklyStretch & { readonly id: string };

/** Local dates, both included, in which a seat is staffed by one week; null is without bound. */
export type StaffingPeriod = {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  /** None is nobody, unless `isAlways`. */
  readonly week: readonly StaffedDay[];
  /** Whenever its team is open. */
  readonly isAlways: boolean;
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const minutesOfDay = 1440;

/** A seat that is staffed whenever its team is open, written as a week: opening hours bound it. */
const wholeWeek: readonly StaffedDay[] = weekdays.map((weekday) => ({
  weekday,
  fromMinute: 0,
  untilMinute: minutesOfDay,
}));

/** The periods of a seat's staffing, in order, without a gap: from the first date there is to the last. */
export function staffingPeriods(stored: readonly StoredStaffing[]): readonly StaffingPeriod[] {
  if (stored.length === 0) return [{ from: null, until: null, week: [], isAlways: true }];
  const periods: StaffingPeriod[] = [];
  const starts = startsOf(stored);
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const until = next === undefined || next === null ? null : addDays(next, -1);
    const week = weekOn(stored, from ?? until);
    const last = periods.at(-1);
    if (last !== undefined && isSameWeek(last.week, week)) periods.splice(-1, 1, { ...last, until });
    else periods.push({ from, until, week, isAlways: isSameWeek(week, wholeWeek) });
  }
  return periods;
}

/** The first dates on which another week may hold; null is the beginning of time. */
function startsOf(stored: readonly StoredStaffing[]): (LocalDate | null)[] {
  const dates = stored.flatMap(({ validFrom, validUntil }) => [
    ...(validFrom === null ? [] : [validFrom]),
    ...(validUntil === null ? [] : [addDays(validUntil, 1)]),
  ]);
  return [null, ...[...new Set(dates)].sort()];
}

/** The week that holds in the period of a date. @param date null when no date bounds anything */
function weekOn(stored: readonly StoredStaffing[], date: LocalDate | null): StaffedDay[] {
  return stored
    .filter((stretch) => date === null || holdsOn(stretch, date))
    .map(({ weekday, fromMinute, untilMinute }) => ({ weekday, fromMinute, untilMinute }))
    .sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
}

function isSameWeek(one: readonly StaffedDay[], other: readonly StaffedDay[]): boolean {
  return JSON.stringify(one.map(toKey)) === JSON.stringify(other.map(toKey));
}

const toKey = ({ weekday, fromMinute, untilMinute }: StaffedDay) => [weekday, fromMinute, untilMinute];

/** The period that a date is in. */
export function periodOn(periods: readonly StaffingPeriod[], date: LocalDate): StaffingPeriod {
  const found = periods.find(
    ({ from, until }) => (from === null || from <= date) && (until === null || date <= until),
  );
  if (found === undefined) throw new Error('Periods of staffing with a gap');
  return found;
}

/** What must be written: rows that go, and rows that come. */
export type StaffingPlan = { readonly remove: readonly string[]; readonly add: readonly WeeklyStretch[] };

/** A week that is to hold in a period in the place of what held there. */
export type StaffingWish = {
  readonly from: LocalDate;
  /** Included; null is without end. */
  readonly until: LocalDate | null;
  /** Null is whenever the team is open; an empty week is nobody. */
  readonly week: readonly StaffedDay[] | null;
};

/**
 * Plans another week for a period. What held before and after it goes on to hold. Null when nothing at all would be left: to the rules, a seat
 * without any staffing is one that is always staffed, which is the opposite of what is meant.
 */
export function planStaffing(stored: readonly StoredStaffing[], wish: StaffingWish): StaffingPlan | null {
  const undated = { validFrom: null, validUntil: null };
  const old = stored.length === 0 ? wholeWeek.map((day) => ({ ...day, ...undated, id: null })) : stored;
  const touched = old.filter((stretch) => touches(stretch, wish));
  const rest = old.filter((stretch) => !touched.includes(stretch));
  const period = { validFrom: wish.from, validUntil: wish.until };
  const add = [
    ...touched.flatMap((stretch) => remainders(stretch, wish)),
    ...(wish.week ?? wholeWeek).map((day) => ({ ...day, ...period })),
  ];
  if (rest.length + add.length === 0) return null;
  return { remove: touched.flatMap(({ id }) => id ?? []), add };
}

function touches({ validFrom, validUntil }: WeeklyStretch, { from, until }: StaffingWish): boolean {
  return (
    (validUntil === null || from <= validUntil) &&
    (until === null || validFrom === null || validFrom <= until)
  );
}

/** What of an old stretch goes on to hold before and after the period. */
function remainders(stretch: WeeklyStretch, { from, until }: StaffingWish): WeeklyStretch[] {
  const { weekday, fromMinute, untilMinute, validFrom, validUntil } = stretch;
  const day = { weekday, fromMinute, untilMinute };
  const goesBefore = validFrom === null || validFrom < from;
  const goesAfter = until !== null && (validUntil === null || until < validUntil);
  return [
    ...(goesBefore ? [{ ...day, validFrom, validUntil: addDays(from, -1) }] : []),
    ...(goesAfter ? [{ ...day, validFrom: addDays(until, 1), validUntil }] : []),
  ];
}
