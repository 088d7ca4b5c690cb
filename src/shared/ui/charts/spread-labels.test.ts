import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels with room stand at their line', () => {
  expect(spreadLabels([50, 25, 0], 50, 200, 18)).toEqual([0, 100, 200]);
});

test('labels never cover one another and stay in the plot', () => {
  const values = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(values, (ends) => {
      const placed = spreadLabels(ends, 50, 200, 18).toSorted((a, b) => a - b);
      placed.forEach((height, index) => {
        expect(height).toBeGreaterThanOrEqual(-1e-9);
        expect(height).toBeLessThanOrEqual(200);
        if (index > 0) expect(height - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(18 - 1e-9);
      });
    }),
  );
});
