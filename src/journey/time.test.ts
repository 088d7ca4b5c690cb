import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  epochMilliseconds,
  type Interval,
  mergeIntervals,
  sortByStart,
  toDate,
  toEpoch,
} from './time.ts';

function interval(startAt: number, endAt: number): Interval {
  return { startAt: epochMilliseconds(startAt), endAt: epochMilliseconds(endAt) };
}

describe('a moment', () => {
  it('is the same number from a Date, a Temporal.Instant and a Temporal.ZonedDateTime', () => {
    const instant = Temporal.Instant.from('2026-11-24T10:40:00.123Z');
    expect(toEpoch(instant)).toBe(1_795_516_800_123);
    expect(toEpoch(instant.toZonedDateTimeISO('Europe/Brussels'))).toBe(1_795_516_800_123);
    expect(toEpoch(new Date('2026-11-24T10:40:00.123Z'))).toBe(1_795_516_800_123);
  });

  it('goes to a Date and back unchanged', () => {
    const at = epochMilliseconds(1_795_516_800_123);
    expect(toEpoch(toDate(at))).toBe(at);
  });

  it('refuses an invalid Date and a number that is none', () => {
    expect(() => toEpoch(new Date('later'))).toThrow(RangeError);
    expect(() => epochMilliseconds(Number.NaN)).toThrow(RangeError);
    expect(() => epochMilliseconds(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('drops a fraction of a millisecond, also before 1970', () => {
    expect(epochMilliseconds(12.9)).toBe(12);
    expect(epochMilliseconds(-12.1)).toBe(-13);
  });

  it('moves by minutes, forward and back', () => {
    const at = epochMilliseconds(1_000);
    expect(addMinutes(at, 2)).toBe(121_000);
    expect(addMinutes(addMinutes(at, 2), -2)).toBe(at);
  });
});

describe('intervals', () => {
  it('merge where they overlap or touch, and lose what is empty', () => {
    const merged = mergeIntervals([
      interval(70, 80),
      interval(10, 20),
      interval(20, 30),
      interval(25, 28),
      interval(40, 40),
      interval(50, 60),
      interval(55, 65),
    ]);
    expect(merged).toEqual([interval(10, 30), interval(50, 65), interval(70, 80)]);
  });

  it('are sorted into a new list, and given back as they are when they are in order', () => {
    const unordered = [interval(30, 40), interval(10, 20), interval(5, 5)];
    expect(sortByStart(unordered)).toEqual([interval(10, 20), interval(30, 40)]);
    expect(unordered[0]).toEqual(interval(30, 40));
    const ordered = [interval(10, 20), interval(15, 18)];
    expect(sortByStart(ordered)).toBe(ordered);
  });
});
