import { describe, expect, it } from 'vitest';
import { fitOf } from './picture-fit.ts';

const wide = { width: 1280, height: 720 };
const upright = { width: 720, height: 1280 };

describe('a picture', () => {
  it('fills a place of about its own shape', () => {
    expect(fitOf(wide, { width: 674, height: 420 })).toBe('fill');
    expect(fitOf({ width: 640, height: 480 }, { width: 674, height: 420 })).toBe('fill');
    expect(fitOf(upright, { width: 390, height: 600 })).toBe('fill');
  });

  it('held upright is shown whole on a wide place', () => {
    expect(fitOf(upright, { width: 674, height: 420 })).toBe('whole');
    expect(fitOf(upright, { width: 400, height: 500 })).toBe('whole');
  });

  it('held upright is shown whole on a place that is narrower still', () => {
    expect(fitOf(upright, { width: 200, height: 600 })).toBe('whole');
  });

  it('that is wide loses its sides on an upright place, down to a square', () => {
    expect(fitOf(wide, { width: 390, height: 756 })).toBe('square');
    expect(fitOf({ width: 640, height: 480 }, { width: 330, height: 420 })).toBe('square');
    expect(fitOf(wide, { width: 390, height: 390 })).toBe('fill');
  });

  it('fills its place as long as its shape, or that of the place, is unknown', () => {
    expect(fitOf({ width: 0, height: 0 }, { width: 390, height: 756 })).toBe('fill');
    expect(fitOf(upright, { width: 0, height: 0 })).toBe('fill');
  });
});
