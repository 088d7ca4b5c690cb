import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRegistrationNumber, parseRegistrationNumber } from './registration-number.ts';

describe('the number of a company or association', () => {
  test.each([
    ['0403.170.701', '0403170701'],
    ['0403170701', '0403170701'],
    [' BE 0403.170.701 ', '0403170701'],
    ['BE0403170701', '0403170701'],
    ['be 0403 170 701', '0403170701'],
    ['KvK 12345678', '12345678'],
    ['1234 5678', '12345678'],
  ])('%j is read as %s', (text, digits) => {
    expect(parseRegistrationNumber(text)).toBe(digits);
  });

  test.each([
    '',
    '0403.170.702',
    '2403170701',
    '403170701',
    '04031707011',
    '1234567',
    'abc',
    '0403x170701',
    '٠٤٠٣١٧٠٧٠١',
  ])('%j is none', (text) => {
    expect(parseRegistrationNumber(text)).toBeNull();
  });

  test('one wrong digit, or two that changed places, is noticed in a Belgian one', () => {
    const base = fc.integer({ min: 10_000, max: 19_999_999 });
    fc.assert(
      fc.property(base, fc.nat(9), fc.integer({ min: 1, max: 9 }), (first, at, shift) => {
        const digits = `${String(first).padStart(8, '0')}${String(97 - (first % 97)).padStart(2, '0')}`;
        expect(parseRegistrationNumber(digits)).toBe(digits);
        const wrong = [...digits];
        wrong[at] = String((Number(wrong[at]) + shift) % 10);
        expect(parseRegistrationNumber(wrong.join(''))).toBeNull();
        const swapped = [...digits];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
        if (swapped.join('') !== digits && at < 9)
          expect(parseRegistrationNumber(swapped.join(''))).toBeNull();
      }),
    );
  });

  test('is written as in letters', () => {
    expect(formatRegistrationNumber('0403170701')).toBe('0403.170.701');
    expect(formatRegistrationNumber('12345678')).toBe('12345678');
  });
});
