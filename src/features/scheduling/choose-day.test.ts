import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import { chooseDay } from './choose-day.ts';
import type { OfferedDay } from './offered-times.ts';

const date = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as LocalDate;

/** The working days of three weeks, of which these are full. */
function offeredDays(full: readonly number[] = []): OfferedDay[] {
  return [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17].map((day) => ({
    date: date(day),
    count: full.includes(day) ? 0 : 3,
    morning: [],
    afternoon: [],
    evening: [],
    full: full.includes(day),
  }));
}
const shown = (choice: ReturnType<typeof chooseDay>) => choice.days.map((day) => Number(day.date.slice(8)));

describe('the days in sight', () => {
  test('begin with the first, whose times are shown', () => {
    const choice = chooseDay(offeredDays(), undefined, undefined);
    expect(shown(choice)).toEqual([2, 3, 4, 5, 6]);
    expect(choice).toMatchObject({ chosen: { date: date(2) }, laterFrom: date(9), missed: false });
    expect(choice.earlierFrom).toBeUndefined();
  });

  test('stay where they are when one of them is chosen', () => {
    const choice = chooseDay(offeredDays(), undefined, date(11));
    expect(shown(choice)).toEqual([9, 10, 11, 12, 13]);
    expect(choice).toMatchObject({ chosen: { date: date(11) }, earlierFrom: date(2), laterFrom: date(16) });
  });

  test('can be asked for by a date on which the team is closed, or after the last', () => {
    expect(shown(chooseDay(offeredDays(), date(7), undefined))).toEqual([9, 10, 11, 12, 13]);
    expect(shown(chooseDay(offeredDays(), date(29), undefined))).toEqual([16, 17]);
  });

  test('skip full days for the times that are shown', () => {
    expect(chooseDay(offeredDays([2, 3]), undefined, undefined).chosen?.date).toBe(date(4));
    expect(chooseDay(offeredDays([9, 10, 11, 12, 13]), date(9), undefined).chosen).toBeUndefined();
  });

  test.each(['invalid', date(7), date(29), date(10)] as const)(
    'begin again with the first, and say so, when nothing is free on the day asked for (%s)',
    (asked) => {
      const choice = chooseDay(offeredDays([10]), date(9), asked);
      expect(shown(choice)).toEqual([2, 3, 4, 5, 6]);
      expect(choice).toMatchObject({ chosen: { date: date(2) }, missed: true });
    },
  );
});
