/** What the property tests of scheduling draw from, and slow readings of the clock that nobody can doubt. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { SeatId } from '#journey/ids.ts';
import { addDays, type LocalDate, periodOfDates, type Weekday } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, type Interval } from '#journey/time.ts';
import type { SeatOccupation } from './free-times.ts';
import type { WeeklyOpening } from './opening-hours.ts';

/** Dates worth testing: nights on which clocks change, and both sides of the date line. */
export const NOTABLE_DATES: readonly { readonly zone: string; readonly date: LocalDate }[] = [
  { zone: 'Europe/Brussels', date: '2026-03-29' as LocalDate },
  { zone: 'Europe/Brussels', date: '2026-10-25' as LocalDate },
  { zone: 'Europe/Brussels', date: '2027-03-28' as LocalDate },
  { zone: 'Europe/Brussels', date: '2027-10-31' as LocalDate },
  { zone: 'Europe/Brussels', date: '2026-11-24' as LocalDate },
  { zone: 'Pacific/Kiritimati', date: '2026-12-31' as LocalDate },
  { zone: 'Pacific/Pago_Pago', date: '2026-12-31' as LocalDate },
  // Half an hour instead of a whole one, and a change at midnight.
  { zone: 'Australia/Lord_Howe', date: '2026-04-05' as LocalDate },
  { zone: 'Asia/Beirut', date: '2027-03-28' as LocalDate },
  { zone: 'Asia/Beirut', date: '2026-10-24' as LocalDate },
];

export const notableDate = fc.constantFrom(...NOTABLE_DATES);

/** What calendar and clock show in one minute of real time. */
export interface ClockReading {
  readonly at: EpochMilliseconds;
  readonly date: LocalDate;
  readonly weekday: Weekday;
  readonly minuteOfDay: number;
}

const readings = new Map<string, readonly ClockReading[]>();

/** The clock read in every minute of the date, of the two before it and of the two after it. */
export function readClock(zone: string, date: LocalDate): readonly ClockReading[] {
  const key = `${zone} ${date}`;
  let read = readings.get(key);
  if (read === undefined) {
    read = minutesOf(periodOfDates(addDays(date, -2), addDays(date, 2), zone)).map((at) => {
      const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      return {
        at,
        date: clock.toPlainDate().toString() as LocalDate,
        weekday: clock.dayOfWeek as Weekday,
        minuteOfDay: clock.hour * 60 + clock.minute,
      };
    });
    readings.set(key, read);
  }
  return read;
}

/** Every minute of real time in an interval that starts and ends on whole minutes. */
export function minutesOf(interval: Interval): EpochMilliseconds[] {
  const minutes: EpochMilliseconds[] = [];
  for (let at = interval.startAt; at < interval.endAt; at = addMinutes(at, 1)) minutes.push(at);
  return minutes;
}

/** The interval of that many minutes that starts so many minutes after a moment. */
export function intervalFrom(moment: number, startMinute: number, lengthMinutes: number): Interval {
  const startAt = addMinutes(moment as EpochMilliseconds, startMinute);
  return { startAt, endAt: addMinutes(startAt, lengthMinutes) };
}

/** Weekly hours on a grid of so many minutes, many of them at night; some overlap or touch, some end at midnight. */
export function weeklyHours(gridMinutes: number): fc.Arbitrary<WeeklyOpening[]> {
  const gridOfDay = 1440 / gridMinutes;
  return fc.array(
    fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        opensAt: fc.oneof(
          fc.integer({ min: 0, max: gridOfDay - 1 }),
          fc.integer({ min: 0, max: gridOfDay / 6 }),
        ),
        length: fc.oneof(fc.integer({ min: 1, max: gridOfDay / 6 }), fc.constant(gridOfDay)),
      })
      .map(({ weekday, opensAt, length }) => ({
        weekday: weekday as Weekday,
        opensAtMinute: opensAt * gridMinutes,
        closesAtMinute: Math.min(opensAt + length, gridOfDay) * gridMinutes,
      })),
    { maxLength: 24 },
  );
}

/** The same hours on every day of the week. */
export function everyDay(opensAtMinute: number, closesAtMinute: number): WeeklyOpening[] {
  const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return weekdays.map((weekday) => ({ weekday, opensAtMinute, closesAtMinute }));
}

/** Up to four seats with occupations around a moment: in any order, overlapping, empty, on a grid of minutes. */
export function occupiedSeats(around: number, gridMinutes: number): fc.Arbitrary<SeatOccupation[]> {
  const busy = fc
    .record({ start: fc.integer({ min: -600, max: 2400 }), length: fc.integer({ min: 0, max: 200 }) })
    .map(({ start, length }) =>
      intervalFrom(
        around,
        Math.round(start / gridMinutes) * gridMinutes,
        Math.ceil(length / gridMinutes) * gridMinutes,
      ),
    );
  return fc
    .array(fc.array(busy, { maxLength: 12 }), { maxLength: 4 })
    .map((seats) => seats.map((busy, index) => ({ id: seatId(index + 1), busy })));
}

export function seatId(number: number): SeatId {
  return `seat-${number}` as SeatId;
}
