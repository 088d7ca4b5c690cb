import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type LocalDate, periodOfDates } from '#journey/local-time.ts';
import { addMinutes, type Interval, toEpoch } from '#journey/time.ts';
import { notableDate, readClock } from './arbitraries.ts';
import { groupByDay } from './group-by-day.ts';

function at(text: string): Interval {
  const startAt = toEpoch(Temporal.Instant.from(text));
  return { startAt, endAt: addMinutes(startAt, 20) };
}

describe('times grouped by day', () => {
  it('stand under their local date and part of the day', () => {
    const [early, beforeNoon, noon, beforeEvening, evening, late, next] = [
      '2026-11-24T00:00+01:00',
      '2026-11-24T11:59+01:00',
      '2026-11-24T12:00+01:00',
      '2026-11-24T17:59+01:00',
      '2026-11-24T18:00+01:00',
      '2026-11-24T23:59+01:00',
      '2026-11-26T00:00+01:00',
    ].map(at) as [Interval, Interval, Interval, Interval, Interval, Interval, Interval];
    const times = [early, beforeNoon, noon, beforeEvening, evening, late, next];
    expect(groupByDay(times, 'Europe/Brussels')).toEqual([
      {
        date: '2026-11-24',
        count: 6,
        morning: [early, beforeNoon],
        afternoon: [noon, beforeEvening],
        evening: [evening, late],
      },
      { date: '2026-11-26', count: 1, morning: [next], afternoon: [], evening: [] },
    ]);
  });

  it('follow the zone, not the machine', () => {
    const time = at('2026-12-31T10:30Z');
    const placeIn = (zone: string) =>
      groupByDay([time], zone).map(({ date, morning, afternoon, evening }) => [
        date,
        morning.length,
        afternoon.length,
        evening.length,
      ]);
    expect(placeIn('Pacific/Kiritimati')).toEqual([['2027-01-01', 1, 0, 0]]);
    expect(placeIn('Europe/Brussels')).toEqual([['2026-12-31', 1, 0, 0]]);
    expect(placeIn('Pacific/Pago_Pago')).toEqual([['2026-12-30', 0, 0, 1]]);
  });

  it('are no days when there are no times', () => {
    expect(groupByDay([], 'Europe/Brussels')).toEqual([]);
  });

  it('agree with what the clock on the wall shows, on both nights of the year and across the date line', () => {
    const picks = fc.uniqueArray(fc.nat({ max: 7000 }), { maxLength: 60 });
    fc.assert(
      fc.property(notableDate, picks, ({ zone, date }, indexes) => {
        const clock = readClock(zone, date);
        const read = indexes
          .filter((index) => index < clock.length)
          .toSorted((a, b) => a - b)
          .map((index) => clock[index] as (typeof clock)[number]);
        const days = groupByDay(
          read.map((reading) => ({ startAt: reading.at, endAt: addMinutes(reading.at, 15) })),
          zone,
        );
        const shown = days.flatMap((day) => [
          ...day.morning.map(({ startAt }) => [startAt, day.date, 'morning']),
          ...day.afternoon.map(({ startAt }) => [startAt, day.date, 'afternoon']),
          ...day.evening.map(({ startAt }) => [startAt, day.date, 'evening']),
        ]);
        const expected = read.map((reading) => [
          reading.at,
          reading.date,
          reading.minuteOfDay < 720 ? 'morning' : reading.minuteOfDay < 1080 ? 'afternoon' : 'evening',
        ]);
        expect(shown).toEqual(expected);
        expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
        expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(read.length);
        expect(days.every((day) => day.count > 0)).toBe(true);
      }),
    );
  });

  it('keep a day of 25 hours in one piece', () => {
    const date = '2026-10-25' as LocalDate;
    const day = periodOfDates(date, date, 'Europe/Brussels');
    const hours = Array.from({ length: 25 }, (_, hour) => ({
      startAt: addMinutes(day.startAt, 60 * hour),
      endAt: addMinutes(day.startAt, 60 * hour + 30),
    }));
    expect(groupByDay(hours, 'Europe/Brussels')).toMatchObject([
      { date: '2026-10-25', count: 25, morning: hours.slice(0, 13) },
    ]);
  });
});
