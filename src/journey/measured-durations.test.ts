import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectMinutes, expectRest, percentOfPlanned } from './measured-durations.ts';

const many = (percent: number) => Array<number>(20).fill(percent);

describe('the expected length of a conversation', () => {
  it('is what was planned while nothing is measured, and hardly less after one that was quick', () => {
    expect(expectMinutes(20, [])).toBe(20);
    expect(expectMinutes(20, [10])).toBe(20);
  });

  it('is what such conversations took lately, in the measure of its own plan', () => {
    expect(expectMinutes(20, many(150))).toBe(30);
    expect(expectMinutes(10, many(150))).toBe(15);
  });
});

describe('the rest of a running conversation', () => {
  it('is what is left of the plan, and unknown past it, while nothing is measured', () => {
    expect(expectRest(20, [], 5)).toBe(15);
    expect(expectRest(20, [], 21)).toBeNull();
  });

  it('is what those took that were longer than this one already is', () => {
    expect(expectRest(20, [...many(50), ...many(150)], 4)).toBe(16);
    expect(expectRest(20, [...many(50), ...many(150)], 25)).toBe(5);
  });

  it('never lies in the past', () => {
    const percents = fc.array(fc.integer({ min: 5, max: 400 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 240 }),
        percents,
        fc.double({ min: 0, max: 999, noNaN: true }),
        (planned, measured, elapsed) => {
          expect(expectRest(planned, measured, elapsed) ?? 1).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('the length that is kept', () => {
  it('is a whole percentage of the plan, and neither a slip nor a night', () => {
    expect(percentOfPlanned(10.04, 20)).toBe(50);
    expect(percentOfPlanned(0, 20)).toBe(5);
    expect(percentOfPlanned(600, 20)).toBe(400);
  });
});
