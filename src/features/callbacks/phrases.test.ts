import { expect, test } from 'vitest';
import { addPair, pairsOf } from './phrases.ts';

test('each form has a pair of its own; the first one stays, however often somebody asks', () => {
  const first = addPair([], ['klaver', 'brug']);
  const third = addPair(addPair(first, ['appel', 'boom']), ['kat', 'molen']);
  expect(third).toEqual(['klaver', 'brug', 'appel', 'boom', 'kat', 'molen']);
  expect(pairsOf(addPair(third, ['zon', 'wolk']))).toEqual([
    ['klaver', 'brug'],
    ['kat', 'molen'],
    ['zon', 'wolk'],
  ]);
});
