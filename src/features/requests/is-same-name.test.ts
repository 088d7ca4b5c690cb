import { expect, test } from 'vitest';
import { isSameName } from './is-same-name.ts';

test.each([
  ['Sofie Maes', 'Sofie Anna Maes'],
  ['maes sofie', 'Sofie Maes'],
  ['Béatrice D’Hondt', 'Beatrice D Hondt'],
  ['Jean-Pierre Dupont', 'Jean Pierre Dupont'],
])('%s can be %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
  expect(isSameName(other, one)).toBe(true);
});

test.each([
  ['Sofie Maes', 'Karim Maes'],
  ['Sofie', 'Sofie Maes'],
  ['', 'Sofie Maes'],
  ['Sofie Maes', 'Sofie Maesen'],
])('%s is not taken for %s', (one, other) => {
  expect(isSameName(one, other)).toBe(false);
});
