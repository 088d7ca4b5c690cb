import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodLine, type LineLevel, type LineSample, type LineState, stepLine } from './step-line.ts';

const strong: Omit<LineSample, 'at'> = { bitsPerSecond: 2_000_000, lostShare: 0, quality: 'good' };
const narrow: Omit<LineSample, 'at'> = { bitsPerSecond: 150_000, lostShare: 0, quality: 'poor' };
const hopeless: Omit<LineSample, 'at'> = { bitsPerSecond: 40_000, lostShare: 0.3, quality: 'lost' };

/** The states after samples of one kind, one in two seconds. */
function live(from: LineState, sample: Omit<LineSample, 'at'>, seconds: number, startSeconds = 0): LineState {
  let state = from;
  for (let second = 0; second <= seconds; second += 2)
    state = stepLine(state, { ...sample, at: (startSeconds + second) * 1_000 });
  return state;
}

describe('a line', () => {
  it('that is good carries the whole picture, for as long as it is', () => {
    expect(live(goodLine, strong, 600)).toMatchObject({ level: 'full' });
  });

  it('that gets narrow makes the picture small, and no less while a small one fits', () => {
    expect(live(goodLine, narrow, 4).level).toBe('full');
    expect(live(goodLine, narrow, 6).level).toBe('small');
    expect(live(goodLine, narrow, 60).level).not.toBe('none');
  });

  it('that carries next to nothing stops the picture, step by step', () => {
    expect(live(goodLine, hopeless, 6).level).toBe('small');
    expect(live(goodLine, hopeless, 14).level).toBe('none');
  });

  it('that is good again brings the picture back by itself, step by step', () => {
    const stopped = live(goodLine, hopeless, 20);
    expect(live(stopped, strong, 8, 22).level).toBe('none');
    expect(live(stopped, strong, 10, 22).level).toBe('small');
    expect(live(stopped, strong, 22, 22).level).toBe('full');
  });

  it('that fails again after each attempt is tried ever less often', () => {
    let state = live(goodLine, hopeless, 20);
    const waits: number[] = [];
    let second = 22;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const from = second;
      while (state.level === 'none') {
        state = stepLine(state, { ...strong, at: second * 1_000 });
        second += 2;
      }
      waits.push(second - from);
      while (state.level !== 'none') {
        state = stepLine(state, { ...hopeless, at: second * 1_000 });
        second += 2;
      }
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) * 3);
  });

  it('is not called weak for a slow machine, which loses nothing', () => {
    expect(live(goodLine, { bitsPerSecond: 800_000, lostShare: 0, quality: 'poor' }, 120).level).toBe('full');
  });

  it('of which nothing is known is left alone', () => {
    const unknown = { bitsPerSecond: null, lostShare: null, quality: 'unknown' } as const;
    expect(live(goodLine, unknown, 120).level).toBe('full');
  });
});

const levels: readonly LineLevel[] = ['none', 'small', 'full'];
const anySample = fc.record({
  bitsPerSecond: fc.option(fc.integer({ min: 0, max: 3_000_000 })),
  lostShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  quality: fc.constantFrom('good', 'fair', 'poor', 'lost', 'unknown'),
});

describe('whatever is measured', () => {
  it('never changes the picture by more than one step, nor twice within six seconds', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 120 }), (samples) => {
        let state = goodLine;
        let changedAt = Number.NEGATIVE_INFINITY;
        samples.forEach((sample, index) => {
          const at = index * 2_000;
          const next = stepLine(state, { ...(sample as Omit<LineSample, 'at'>), at });
          if (next.level !== state.level) {
            expect(Math.abs(levels.indexOf(next.level) - levels.indexOf(state.level))).toBe(1);
            expect(at - changedAt).toBeGreaterThanOrEqual(6_000);
            changedAt = at;
          }
          state = next;
        });
      }),
    );
  });

  it('a line that then stays good carries the whole picture again', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 60 }), (samples) => {
        const state = samples.reduce<LineState>(
          (before, sample, index) =>
            stepLine(before, { ...(sample as Omit<LineSample, 'at'>), at: index * 2_000 }),
          goodLine,
        );
        expect(live(state, strong, 200, samples.length * 2).level).toBe('full');
      }),
    );
  });
});
