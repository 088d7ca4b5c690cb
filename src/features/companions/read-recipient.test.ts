import { describe, expect, test } from 'vitest';
import { readRecipient } from './read-recipient.ts';

const read = (to: string) => {
  const result = readRecipient({ to, language: 'fr' });
  return result.ok ? result.value : result.failure.code;
};

describe('to whom a link goes', () => {
  test('is a mail address or a mobile number, in one field', () => {
    expect(read(' an@tolken.example ')).toEqual({ language: 'fr', email: 'an@tolken.example', phone: null });
    expect(read('0470 12 34 56')).toEqual({ language: 'fr', email: null, phone: '+32470123456' });
  });

  test.each([
    ['', 'toMissing'],
    ['  ', 'toMissing'],
    ['an@tolken', 'toWrong'],
    ['an@tolken.example\r\nBcc: x@y.be', 'toWrong'],
    ['An Tolk', 'toWrong'],
    ['0470 12', 'toWrong'],
    ['09 323 45 67', 'notMobile'],
  ])('%j is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });
});
