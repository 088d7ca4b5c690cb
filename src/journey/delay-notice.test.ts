import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startToTell } from './delay-notice.ts';

const minute = 60_000;
const startAt = Date.UTC(2026, 10, 24, 9, 40);
const at = (minutes: number) => startAt + minutes * minute;
const ask = (expected: number | null, told: number | null = null, now = -60, isThere = false) => {
  const next = startToTell(
    {
      startAt,
      expectedAt: expected === null ? null : at(expected),
      toldStartAt: told === null ? null : at(told),
      isThere,
    },
    15,
    at(now),
  );
  return next === null ? null : (next - startAt) / minute;
};

describe('word of a delay', () => {
  test('comes from the threshold on, in steps of five minutes upwards', () => {
    expect(ask(14)).toBeNull();
    expect(ask(15)).toBe(15);
    expect(ask(21)).toBe(25);
  });

  test('comes once, and again only when it is another delay', () => {
    expect(ask(22, 25)).toBeNull();
    expect(ask(34, 25)).toBeNull();
    expect(ask(36, 25)).toBe(40);
  });

  test('comes when the counter caught up, while that is of use', () => {
    expect(ask(0, 30)).toBe(0);
    expect(ask(6, 30)).toBe(0);
    expect(ask(9, 30)).toBe(10);
    expect(ask(9, 15)).toBeNull();
    expect(ask(0, 30, -10)).toBeNull();
    expect(ask(16, 40, -10)).toBe(20);
  });

  test('does not come to who is there, when nobody can say, or when it is still far', () => {
    expect(ask(30, null, -60, true)).toBeNull();
    expect(ask(null)).toBeNull();
    expect(ask(30, null, -181)).toBeNull();
  });

  test('comes once for each real change, however the estimate swings', () => {
    const swings = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(swings, fc.integer({ min: 5, max: 60 }), (estimates, threshold) => {
        let told: number | null = null;
        for (const minutes of estimates) {
          const awaited = { startAt, expectedAt: at(minutes), isThere: false };
          const next: number | null = startToTell({ ...awaited, toldStartAt: told }, threshold, at(-60));
          if (next !== null) {
            expect(next).toBeGreaterThanOrEqual(startAt);
            expect(Math.abs(next - (told ?? startAt))).toBeGreaterThanOrEqual(threshold * minute);
            told = next;
          }
          expect(startToTell({ ...awaited, toldStartAt: told }, threshold, at(-60))).toBeNull();
        }
      }),
    );
  });
});
