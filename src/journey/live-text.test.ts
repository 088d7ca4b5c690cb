import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTypingNumber, longestLiveText, toLiveText } from './live-text.ts';
import { maskSensitiveNumbers } from './sensitive-numbers.ts';

const sensitive = fc.constantFrom(
  '85.07.30-033.28',
  '85073003328',
  '123456782',
  '123 456 782',
  '4111 1111 1111 1111',
  'BE68 5390 0754 7034',
  'be68539007547034',
  'NL91 ABNA 0417 1643 00',
  'FR14 2004 1010 0505 0001 3M02 606',
);
const words = fc.constantFrom('', 'Mijn nummer is ', 'ja, ', 'om ', 'de ', 'Hallo Mieke\n', 'in België ');
const after = fc.constantFrom('', ' ', '.', ' is dat goed?', '\nDank u', ', de vorige keer ook');

/** What others see after each sign of a text that is typed from its beginning to its end. */
const typed = (text: string) =>
  Array.from({ length: text.length }, (_, index) => toLiveText(text.slice(0, index + 1), index + 1));

describe('what others see while somebody types', () => {
  test('is the text itself, letter by letter', () => {
    expect(typed('Ik hoor u')).toEqual([
      'I',
      'Ik',
      'Ik ',
      'Ik h',
      'Ik ho',
      'Ik hoo',
      'Ik hoor',
      'Ik hoor ',
      'Ik hoor u',
    ]);
  });

  test('never has a digit of a sensitive number, at no moment of its being typed', () => {
    fc.assert(
      fc.property(words, sensitive, after, (before, number, end) => {
        for (const shown of typed(before + number + end)) expect(shown).not.toMatch(/\d/);
      }),
    );
  });

  test('never has a digit of a sensitive number that is put into a text that stood there', () => {
    fc.assert(
      fc.property(words, sensitive, after, (before, number, end) => {
        for (let size = 1; size <= number.length; size += 1) {
          const text = `${before}${number.slice(0, size)}${end}`;
          expect(toLiveText(text, before.length + size)).not.toMatch(/\d/);
        }
      }),
    );
  });

  test('is known to be a number that may become a sensitive one, until that is known', () => {
    for (const number of ['85.07.30-033.28', 'BE68 5390 0754 7034', '4111 1111'])
      for (let size = 1; size <= number.length; size += 1)
        if (/\d/.test(number.slice(0, size))) expect(isTypingNumber(number.slice(0, size), size)).toBe(true);
    expect(isTypingNumber('op 24 november', 14)).toBe(false);
    expect(isTypingNumber('Ik hoor u', 9)).toBe(false);
  });

  test('shows a number once it is known to be none of those', () => {
    expect(toLiveText('op 24 november', 14)).toBe('op 24 november');
    expect(toLiveText('op 24', 5)).toBe('op …');
    expect(toLiveText('op 24 ', 6)).toBe('op … ');
    expect(toLiveText('bus 12 in Gent', 14)).toBe('bus 12 in Gent');
    expect(toLiveText('de 12 stoelen zijn', 18)).toBe('de 12 stoelen zijn');
    expect(toLiveText('bel 0478 12 34 56 na twaalf', 27)).toBe('bel 0478 12 34 56 na twaalf');
  });

  test('is in the end what is kept', () => {
    const text = fc.array(fc.oneof(words, sensitive, fc.constantFrom('12 uur ', '2026 ')), { maxLength: 5 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = `${parts.join(' ; ')} ; klaar en duidelijk`;
        expect(toLiveText(whole, whole.length)).toBe(maskSensitiveNumbers(whole).text);
      }),
    );
  });

  test('is the end of a very long text', () => {
    const shown = toLiveText(`${'a'.repeat(3_000)} einde`, 3_006);
    expect(shown).toHaveLength(longestLiveText);
    expect(shown.endsWith(' einde')).toBe(true);
  });
});
