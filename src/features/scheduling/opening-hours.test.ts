import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, periodOfDates, weekdayOf } from '#journey/local-time.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { type ClockReading, minutesOf, notableDate, readClock, weeklyHours } from './arbitraries.ts';
import { openingIntervals, type WeeklyOpening } from './opening-hours.ts';

const BRUSSELS = 'Europe/Brussels';
const SPRING = '2026-03-29' as LocalDate;
const AUTUMN = '2026-10-25' as LocalDate;

/** Opening intervals of one date as people read them, e.g. `03:00+02:00/04:00+02:00`. */
function openOn(date: LocalDate, opensAtMinute: number, closesAtMinute: number, zone = BRUSSELS): string[] {
  const weekly = [{ weekday: weekdayOf(date), opensAtMinute, closesAtMinute }];
  const show = (at: EpochMilliseconds) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return `${clock.toPlainTime().toString({ smallestUnit: 'minute' })}${clock.offset}`;
  };
  return openingIntervals({ zone, weekly, closures: [] }, date, date).map(
    ({ startAt, endAt }) => `${show(startAt)}/${show(endAt)}`,
  );
}

/** The first minute in which the clock shows that time of that date, or a later one: what "opens at" means. */
function firstMinuteAt(clock: readonly ClockReading[], date: LocalDate, minuteOfDay: number): number {
  const wanted = minuteOfDay === 1440 ? addDays(date, 1) : date;
  const wantedMinute = minuteOfDay === 1440 ? 0 : minuteOfDay;
  const found = clock.find(
    (minute) => minute.date > wanted || (minute.date === wanted && minute.minuteOfDay >= wantedMinute),
  );
  if (found === undefined) throw new Error('Beyond what was read of the clock');
  return found.at;
}

function openMinutes(intervals: readonly Interval[]): EpochMilliseconds[] {
  return intervals.flatMap(minutesOf);
}

describe('opening hours on an ordinary day', () => {
  it('are the wall times of the zone', () => {
    expect(openOn('2026-11-24' as LocalDate, 540, 720)).toEqual(['09:00+01:00/12:00+01:00']);
    expect(openOn('2026-07-14' as LocalDate, 540, 720)).toEqual(['09:00+02:00/12:00+02:00']);
  });

  it('merge within a date where rows overlap or touch, and stay apart between dates', () => {
    const monday = '2026-11-23' as LocalDate;
    const weekly: WeeklyOpening[] = [
      { weekday: 1, opensAtMinute: 1080, closesAtMinute: 1440 },
      { weekday: 1, opensAtMinute: 540, closesAtMinute: 660 },
      { weekday: 1, opensAtMinute: 600, closesAtMinute: 720 },
      { weekday: 1, opensAtMinute: 720, closesAtMinute: 780 },
      { weekday: 2, opensAtMinute: 0, closesAtMinute: 60 },
    ];
    const intervals = openingIntervals({ zone: BRUSSELS, weekly, closures: [] }, monday, addDays(monday, 1));
    expect(intervals.map(({ startAt, endAt }) => (endAt - startAt) / 60_000)).toEqual([240, 360, 60]);
    expect(intervals[1]?.endAt).toBe(intervals[2]?.startAt);
  });

  it('are none on a closure, and on the dates around it as ever', () => {
    const weekly = [1, 2, 3].map((weekday) => ({
      weekday: weekday as 1 | 2 | 3,
      opensAtMinute: 540,
      closesAtMinute: 720,
    }));
    const closures = ['2026-11-24' as LocalDate];
    const from = '2026-11-23' as LocalDate;
    const intervals = openingIntervals({ zone: BRUSSELS, weekly, closures }, from, addDays(from, 2));
    expect(intervals.map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
      '2026-11-23T08:00:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ]);
  });

  it('open nothing where a row closes before it opens', () => {
    expect(openOn('2026-11-24' as LocalDate, 720, 540)).toEqual([]);
    expect(openOn('2026-11-24' as LocalDate, 720, 720)).toEqual([]);
  });
});

describe('opening hours on the night in spring', () => {
  it.each([
    ['before, into the gap', 60, 150, ['01:00+01:00/03:00+02:00']],
    ['from the gap on', 150, 240, ['03:00+02:00/04:00+02:00']],
    ['over the gap', 60, 240, ['01:00+01:00/04:00+02:00']],
    ['in the gap alone', 130, 170, []],
    ['the gap itself', 120, 180, []],
  ])('drop what does not exist: %s', (_, opens, closes, expected) => {
    expect(openOn(SPRING, opens, closes)).toEqual(expected);
  });
});

describe('opening hours on the night in autumn', () => {
  it.each([
    ['over the repeated hour', 60, 180, ['01:00+02:00/03:00+01:00']],
    ['the repeated hour alone', 120, 180, ['02:00+02:00/03:00+01:00']],
    ['until halfway', 60, 150, ['01:00+02:00/02:30+02:00']],
    ['from halfway', 150, 240, ['02:30+02:00/04:00+01:00']],
  ])('are one unbroken stretch from first passing to first passing: %s', (_, opens, closes, expected) => {
    expect(openOn(AUTUMN, opens, closes)).toEqual(expected);
  });
});

describe('opening hours on any date and in any zone', () => {
  it('are exactly the minutes that a look at the clock in every minute gives', () => {
    fc.assert(
      fc.property(notableDate, weeklyHours(5), fc.boolean(), ({ zone, date }, weekly, isClosed) => {
        const clock = readClock(zone, date);
        const closures = isClosed ? [date] : [];
        const dates = [addDays(date, -1), date, addDays(date, 1)];
        const bounds = dates
          .filter((day) => !closures.includes(day))
          .flatMap((day) =>
            weekly
              .filter((opening) => opening.weekday === weekdayOf(day))
              .map((opening) => ({
                opensAt: firstMinuteAt(clock, day, opening.opensAtMinute),
                closesAt: firstMinuteAt(clock, day, opening.closesAtMinute),
              })),
          );
        const expected = clock
          .filter(({ at }) => bounds.some(({ opensAt, closesAt }) => opensAt <= at && at < closesAt))
          .map(({ at }) => at);
        const intervals = openingIntervals({ zone, weekly, closures }, addDays(date, -1), addDays(date, 1));
        expect(openMinutes(intervals)).toEqual(expected);
      }),
    );
  });

  it('contain a minute if and only if the clock shows a time within them, save in an hour that comes twice', () => {
    fc.assert(
      fc.property(notableDate, weeklyHours(10), ({ zone, date }, weekly) => {
        const clock = readClock(zone, date).filter((minute) => minute.date === date);
        const timesShown = new Map<number, number>();
        for (const { minuteOfDay } of clock)
          timesShown.set(minuteOfDay, (timesShown.get(minuteOfDay) ?? 0) + 1);
        const open = new Set(openMinutes(openingIntervals({ zone, weekly, closures: [] }, date, date)));
        for (const { at, weekday, minuteOfDay } of clock) {
          if (timesShown.get(minuteOfDay) !== 1) continue;
          const expected = weekly.some(
            (opening) =>
              opening.weekday === weekday &&
              opening.opensAtMinute <= minuteOfDay &&
              minuteOfDay < opening.closesAtMinute,
          );
          if (open.has(at) !== expected) throw new Error(`${minuteOfDay}: open is ${open.has(at)}`);
        }
      }),
    );
  });

  it('that fill the day, in whatever pieces, are its real 23, 24 or 25 hours', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 8 });
    fc.assert(
      fc.property(notableDate, cuts, ({ zone, date }, at) => {
        const bounds = [0, ...at.toSorted((a, b) => a - b), 1440];
        const pieces = bounds.slice(1).map((closesAtMinute, index) => ({
          weekday: weekdayOf(date),
          opensAtMinute: bounds[index] as number,
          closesAtMinute,
        }));
        const day = periodOfDates(date, date, zone);
        expect(openingIntervals({ zone, weekly: pieces, closures: [] }, date, date)).toEqual([day]);
        const minutesApart = pieces.flatMap((piece) =>
          openMinutes(openingIntervals({ zone, weekly: [piece], closures: [] }, date, date)),
        );
        expect(minutesApart).toEqual(minutesOf(day));
      }),
    );
  });
});
