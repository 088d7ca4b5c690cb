import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMilliseconds } from '#journey/time.ts';
import { intervalFrom, minutesOf } from './arbitraries.ts';
import { fullTimes } from './full-times.ts';

const midnight = Date.UTC(2026, 10, 24) as EpochMilliseconds;
const between = (start: number, end: number) => intervalFrom(midnight, start, end - start);

describe('the times at which a channel is full', () => {
  it('are those at which as many as it takes are there', () => {
    const busy = [between(0, 60), between(30, 90), between(90, 120), between(60, 100)];
    expect(fullTimes({ atOnce: 2, busy })).toEqual([between(30, 100)]);
    expect(fullTimes({ atOnce: 3, busy })).toEqual([]);
    expect(fullTimes({ atOnce: 1, busy })).toEqual([between(0, 120)]);
  });

  it('are always when it takes nobody', () => {
    const [always] = fullTimes({ atOnce: 0, busy: [] });
    expect(always?.startAt).toBeLessThan(midnight);
    expect(always?.endAt).toBeGreaterThan(midnight);
  });

  it('are those that counting in every minute gives', () => {
    const busy = fc.array(
      fc
        .tuple(fc.nat({ max: 100 }), fc.nat({ max: 40 }))
        .map(([start, length]) => intervalFrom(midnight, start, length)),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(busy, fc.integer({ min: 1, max: 4 }), (taken, atOnce) => {
        const counts = new Map<number, number>();
        for (const minute of taken.flatMap(minutesOf)) counts.set(minute, (counts.get(minute) ?? 0) + 1);
        const expected = [...counts].filter(([, count]) => count >= atOnce).map(([minute]) => minute);
        expect(fullTimes({ atOnce, busy: taken }).flatMap(minutesOf)).toEqual(expected.sort((a, b) => a - b));
      }),
    );
  });
});
