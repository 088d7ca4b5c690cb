import { expect, test } from 'vitest';
import { highestLevel, reachesLevel } from './assurance-level.ts';

test('a look at a card is more than nothing, and reaches none of the levels of the law', () => {
  expect(reachesLevel('shown', 'none')).toBe(true);
  expect(reachesLevel('shown', 'shown')).toBe(true);
  expect(reachesLevel('shown', 'low')).toBe(false);
  expect(reachesLevel('substantial', 'shown')).toBe(true);
  expect(reachesLevel('substantial', 'high')).toBe(false);
});

test('of several levels the highest counts', () => {
  expect(highestLevel([])).toBe('none');
  expect(highestLevel(['shown', 'substantial', 'low'])).toBe('substantial');
});
