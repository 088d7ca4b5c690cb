import { expect, test } from 'vitest';
import { readPhoneNumber } from './typed-phone-number.ts';

test.each([
  ['0470 12 34 56', '+32470123456'],
  [' +32 470/12.34.56 ', '+32470123456'],
  ['0031 6 12345678', '+31612345678'],
  ['09 323 45 67', '+3293234567'],
  ['0470 12 34', null],
  ['bel 0470 12 34 56', null],
  ['0470 12 34 56 ext. 4', null],
  ['', null],
  ['1'.repeat(500), null],
])('%j is the number %j', (typed, number) => {
  expect(readPhoneNumber(typed)).toBe(number);
});
