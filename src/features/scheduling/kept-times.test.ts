import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import { isKeptForStaff } from './kept-times.ts';

const morning = Date.UTC(2026, 10, 24, 8) as EpochMilliseconds;

const shares = fc.record({
  percent: fc.integer({ min: 0, max: 100 }),
  stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 60),
  seatCount: fc.integer({ min: 1, max: 12 }),
});

function keptAmong(
  share: { percent: number; stepMinutes: number; seatCount: number },
  times: number,
): number[] {
  return Array.from({ length: times }, (_, step) => {
    const startAt = addMinutes(morning, step * share.stepMinutes);
    return Array.from({ length: share.seatCount }, (_, seat) => isKeptForStaff(startAt, seat, share)).filter(
      Boolean,
    ).length;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('times kept for staff', () => {
  it('are exactly so many of every hundred', () => {
    fc.assert(
      fc.property(shares, (share) => {
        expect(sum(keptAmong(share, 100))).toBe(share.percent * share.seatCount);
      }),
    );
  });

  it('lie at even distances: no stretch has one more or less than its share', () => {
    fc.assert(
      fc.property(shares, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 40 }), (share, from, length) => {
        const kept = sum(keptAmong(share, from + length).slice(from));
        expect(Math.abs(kept - (share.percent / 100) * share.seatCount * length)).toBeLessThan(1.001);
      }),
    );
  });

  it('leave every seat some times, and take some from every seat', () => {
    const share = { percent: 20, stepMinutes: 20, seatCount: 5 };
    for (let seat = 0; seat < 5; seat += 1) {
      const kept = Array.from({ length: 25 }, (_, step) =>
        isKeptForStaff(addMinutes(morning, step * 20), seat, share),
      );
      expect(kept.filter(Boolean)).toHaveLength(5);
    }
  });

  it('are none at nought, and all at a hundred', () => {
    for (const percent of [0, 100]) {
      const kept = keptAmong({ percent, stepMinutes: 30, seatCount: 3 }, 48);
      expect(new Set(kept)).toEqual(new Set([percent === 0 ? 0 : 3]));
    }
  });
});
