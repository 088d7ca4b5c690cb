import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIban } from './iban.ts';
import {
  findSensitiveKinds,
  isCardNumber,
  isCitizenServiceNumber,
  isNationalRegisterNumber,
  maskSensitiveNumbers,
} from './sensitive-numbers.ts';

const digitsOf = (size: number) =>
  fc.integer({ min: 0, max: 10 ** size - 1 }).map((number) => String(number).padStart(size, '0'));

const born = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 1, max: 31 }),
    serial: fc.integer({ min: 1, max: 997 }),
    century: fc.constantFrom('', '2'),
  })
  .map(({ year, month, bis, day, serial, century }) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const first = `${two(year)}${two(month + bis)}${two(day)}${String(serial).padStart(3, '0')}`;
    return first + two(97 - (Number(century + first) % 97));
  });

const citizenServiceNumber = digitsOf(9).filter(isCitizenServiceNumber);

const card = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 11, max: 17 }).chain(digitsOf))
  .map(([first, rest]) => {
    const check = '0123456789'.split('').find((digit) => isCardNumber(`${first}${rest}${digit}`));
    return `${first}${rest}${check}`;
  })
  .filter(isCardNumber);

const iban = fc
  .constantFrom(['BE', 12], ['NL', 14], ['DE', 18], ['FR', 23], ['NO', 11])
  .chain(([country, size]) => digitsOf(Math.min(Number(size), 15)).map((digits) => [country, size, digits]))
  .map(([country, size, digits]) => {
    const account = String(digits).padEnd(Number(size), '7');
    for (let check = 2; check <= 98; check += 1) {
      const number = `${country}${String(check).padStart(2, '0')}${account}`;
      if (isIban(number)) return number;
    }
    throw new Error('No check digits fit.');
  });

/** As somebody writes a number, in groups of so many signs. */
const written = (number: fc.Arbitrary<string>, sizes: readonly number[] = [2, 3, 4]) =>
  fc
    .tuple(number, fc.constantFrom('', ' ', '.', '-', '\u00a0', ' - '), fc.constantFrom(...sizes))
    .map(([signs, separator, size]) => {
      const groups = signs.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
      const [last = '', ...others] = groups.toReversed();
      // No group of one sign at the end.
      return last.length === 1
        ? [...others.slice(1).toReversed(), `${others[0]}${last}`].join(separator)
        : groups.join(separator);
    });

const words = fc.constantFrom('', 'Mijn nummer is ', 'Zie (', 'C’est le n° ', 'nr.:');
const after = fc.constantFrom('', '.', ' graag', ') alstublieft', ', merci');

function expectNothingLeft(number: fc.Arbitrary<string>) {
  fc.assert(
    fc.property(words, number, after, (before, signs, behind) => {
      const { text, isMasked } = maskSensitiveNumbers(`${before}${signs}${behind}`);
      expect(isMasked).toBe(true);
      expect(text).not.toMatch(/\d/);
      expect(text.startsWith(before) && text.endsWith(behind)).toBe(true);
    }),
    { numRuns: 300 },
  );
}

describe('numbers that are sensitive are made unreadable, however they are written', () => {
  test('Rijksregisternummer and BIS number of both centuries', () => expectNothingLeft(written(born)));
  test('BSN', () => expectNothingLeft(written(citizenServiceNumber, [3, 9])));
  test('payment card', () => expectNothingLeft(written(card)));
  test('IBAN', () => expectNothingLeft(written(iban)));

  test.each([
    ['85.07.30-033.28', '••.••.••-•••.••'],
    ['BE68 5390 0754 7034 is mijn rekening', '•••• •••• •••• •••• is mijn rekening'],
    ['be68539007547034', '••••••••••••••••'],
    ['111222333', '•••••••••'],
    ['kaart 4111 1111 1111 1111, tot 12/29', 'kaart •••• •••• •••• ••••, tot 12/29'],
    ['1 85073003328', '1 •••••••••••'],
  ])('%s', (text, masked) => {
    expect(maskSensitiveNumbers(text)).toEqual({ text: masked, isMasked: true });
  });
});

describe('what is no such number stays readable', () => {
  test.each([
    'Kan het op 4.11.2026 09.40?',
    'Bel mij op +32 470 12 34 56 of 0470 12 34 56.',
    'Bel mij op 09 555 01 20.',
    'Dossier 7K2M-QX4D, ondernemingsnummer 0403.170.701',
    '85.07.30-033.29',
    'BE68 5390 0754 7035',
    'Dat kost 12.50 euro, in 2026.',
    '',
  ])('%s', (text) => {
    expect(maskSensitiveNumbers(text)).toEqual({ text, isMasked: false });
  });

  test('a wrong check digit', () => {
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 9 }), (number, off) => {
        const wrong = number.slice(0, 10) + ((Number(number[10]) + off) % 10);
        fc.pre(!isNationalRegisterNumber(wrong));
        expect(maskSensitiveNumbers(wrong).isMasked).toBe(false);
      }),
    );
  });
});

test('masking twice is masking once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), written(born), written(iban), (text, one, other) => {
      const { text: masked } = maskSensitiveNumbers(`${one} ${text} ${other}`);
      expect(maskSensitiveNumbers(masked).text).toBe(masked);
    }),
  );
});

test.each([
  ['Mijn rekening is BE68 5390 0754 7034.', ['account']],
  ['85.07.30-033.28', ['nationalRegister']],
  ['BSN 111222333 en kaart 4111 1111 1111 1111', ['citizenService', 'card']],
  ['Bel +32 470 12 34 56 op 24-11-2026', []],
])('of %j it is said of which kind the numbers are', (text, kinds) => {
  expect(findSensitiveKinds(text)).toEqual(kinds);
  expect(findSensitiveKinds(maskSensitiveNumbers(text).text)).toEqual([]);
});
