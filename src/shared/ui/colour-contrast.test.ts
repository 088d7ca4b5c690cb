import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contrastRatio,
  LEAST_BRAND_CONTRAST,
  nearestAccessibleBrand,
  relativeLuminance,
} from './colour-contrast.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast of two colours', () => {
  test('black on white is 21, a colour on itself is 1', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#5c99d6', '#5c99d6')).toBe(1);
  });

  test('agrees with the ratios that are published for well-known pairs', () => {
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrastRatio('#ff0000', '#ffffff')).toBeCloseTo(4.0, 2);
    expect(contrastRatio('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2);
  });

  test('does not depend on the order and stays between 1 and 21', () => {
    fc.assert(
      fc.property(colours, colours, (one, other) => {
        const ratio = contrastRatio(one, other);
        expect(ratio).toBe(contrastRatio(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.0001);
      }),
    );
  });

  test('refuses what is no colour', () => {
    expect(() => relativeLuminance('red')).toThrow(RangeError);
    expect(() => relativeLuminance('#12345')).toThrow(RangeError);
  });
});

describe('a brand colour', () => {
  test('is accepted from 7:1 on white', () => {
    expect(nearestAccessibleBrand('#0e5266')).toMatchObject({ accepted: true });
    expect(nearestAccessibleBrand('#7b2146')).toMatchObject({ accepted: true });
  });

  test('is refused below that, with a darker one of the same hue', () => {
    const verdict = nearestAccessibleBrand('#e2007a');
    if (verdict.accepted) throw new Error('a bright pink must be refused');
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(verdict.proposal.slice(at, at + 2), 16),
    );
    expect(verdict.proposalRatio).toBeGreaterThanOrEqual(LEAST_BRAND_CONTRAST);
    expect(red).toBeGreaterThan(blue);
    expect(blue).toBeGreaterThan(green);
  });

  test('always gets a proposal that passes, is darker, and no darker than needed', () => {
    fc.assert(
      fc.property(colours, (brand) => {
        const verdict = nearestAccessibleBrand(brand);
        if (verdict.accepted) {
          expect(contrastRatio(brand, '#ffffff')).toBeGreaterThanOrEqual(LEAST_BRAND_CONTRAST);
          return;
        }
        expect(verdict.ratio).toBeLessThan(LEAST_BRAND_CONTRAST);
        expect(relativeLuminance(verdict.proposal)).toBeLessThan(relativeLuminance(brand));
        expect(verdict.proposalRatio).toBeGreaterThanOrEqual(LEAST_BRAND_CONTRAST);
        expect(verdict.proposalRatio).toBeLessThan(LEAST_BRAND_CONTRAST + 0.5);
        expect(nearestAccessibleBrand(verdict.proposal)).toMatchObject({ accepted: true });
      }),
      { numRuns: 300 },
    );
  });
});
