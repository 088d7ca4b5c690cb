import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Callable, matchCaller } from './match-caller.ts';

const zoe: Callable = {
  citizenName: 'Zoë Van den Broeck-Çelik',
  reference: '7K2M-QX4D',
  phone: '+32470123456',
  phraseWords: ['vergeet-mij-niet', 'brug'],
};
const match = (typed: string, over: Partial<Callable> = {}) => matchCaller(typed, { ...zoe, ...over });

describe('whoever phones is found', () => {
  test.each([
    ['by the phrase, in whatever order', 'brug vergeet mij niet', 4],
    ['by the phrase as it is written', 'Vergeet-mij-niet brug', 4],
    ['by the reference, with or without its line', '7k2mqx4d', 3],
    ['by the beginning of the reference', '7K2M-Q', 3],
    ['by the last digits of the number', '3456', 2],
    ['by the number as people say it', '0470 12 34 56', 2],
    ['by the number with its country', '+32 470 12.34.56', 2],
    ['by the name without its accents', 'zoe celik', 1],
    ['by the beginnings of names', 'van bro', 1],
    ['by a word of the phrase', 'brug', 1],
    ['by name and phrase together', 'zoë vergeet', 1],
  ])('%s', (_how, typed, rank) => {
    expect(match(typed)).toBe(rank);
  });

  test.each(['', ' ', '-', 'z', '56', 'zoe janssens', '9999', 'klaver brug', '%', "' or 1=1"])(
    'and not by "%s"',
    (typed) => {
      expect(match(typed)).toBe(0);
    },
  );

  test('by the whole of a reference in which there is no digit', () => {
    expect(match('kmqx-qxdb', { reference: 'KMQX-QXDB' })).toBe(3);
    expect(match('kmqx', { reference: 'KMQX-QXDB' })).toBe(0);
  });

  test('not by a number that there is not', () => {
    expect(match('3456', { phone: null })).toBe(0);
  });
});

test('whatever is typed is answered, and the own phrase, name and reference always fit', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (typed) => {
      expect([0, 1, 2, 3, 4]).toContain(match(typed));
    }),
  );
  const word = fc.stringMatching(/^[a-zà-ü]{2,12}$/);
  fc.assert(
    fc.property(fc.tuple(word, word), fc.tuple(word, word), (name, phrase) => {
      const own = { citizenName: name.join(' '), phraseWords: phrase };
      expect(match(name.join(' '), own)).toBeGreaterThan(0);
      expect(match(phrase.toReversed().join(' ').toUpperCase(), own)).toBe(4);
    }),
  );
});
