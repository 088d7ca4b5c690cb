import { expect, test } from 'vitest';
import { differsByOneSlip } from './one-slip.ts';

test.each([
  ['rijbewij', 'rijbewijs', true],
  ['rijjbewijs', 'rijbewijs', true],
  ['rijbewijz', 'rijbewijs', true],
  ['rijbewjis', 'rijbewijs', true],
  ['rijbwjis', 'rijbewijs', false],
  ['paspoort', 'rijbewijs', false],
])('%s is one slip away from %s: %s', (typed, meant, expected) => {
  expect(differsByOneSlip(typed, meant)).toBe(expected);
});
