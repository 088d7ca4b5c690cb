import { describe, expect, test } from 'vitest';
import { checkEmail, checkPhone } from './check-contact.ts';

const lookup = {
  lookUp: async (domain: string) => (domain === 'gmail.com' ? ('receives' as const) : ('missing' as const)),
};

describe('an address that is being typed', () => {
  test.each([
    ['sofie@gmial.com', 'sofie@gmail.com'],
    ['sofie@gmail.con', 'sofie@gmail.com'],
    ['sofie@hotmial.com', 'sofie@hotmail.com'],
    ['sofie@telent.be', 'sofie@telenet.be'],
    ['sofie@skynt.be', 'sofie@skynet.be'],
    ['sofie@telnet.be', 'sofie@telenet.be'],
    ['sofie@hotmail.con', 'sofie@hotmail.com'],
    ['So.Fie@GMIAL.com', 'So.Fie@gmail.com'],
  ])('%s is probably meant as %s', async (typed, meant) => {
    expect(await checkEmail(lookup, typed)).toMatchObject({ kind: 'read', suggestion: meant });
  });

  test.each([
    ...['sofie@gmail.com', 'sofie@telenet.be', 'sofie@stad.gent', 'info@leiebeke.be', 'a@posteo.de'],
    ...['a@ugent.be', 'a@vrt.be', 'a@kbc.be', 'a@gmx.net', 'a@mac.com', 'a@vdab.be', 'a@kuleuven.be'],
  ])('%s is left alone', async (typed) => {
    expect(await checkEmail(lookup, typed)).toMatchObject({ kind: 'read', suggestion: null });
  });

  test.each([
    'sofie',
    'sofie@',
    'sofie@gmail',
    'so fie@gmail.com',
    'sofie@gmail.com\r\nBcc: x@y.be',
    '@gmail.com',
  ])('%j is not an address yet, and no domain is looked up for it', async (typed) => {
    const never = {
      lookUp: () => {
        throw new Error('asked');
      },
    };
    expect(await checkEmail(never, typed)).toEqual({ kind: 'wrong' });
  });

  test('says what is known of its domain', async () => {
    expect(await checkEmail(lookup, 'sofie@gmail.com')).toMatchObject({ domain: 'receives' });
    expect(await checkEmail(lookup, 'sofie@nergens.example')).toMatchObject({ domain: 'missing' });
  });
});

describe('a number that is being typed', () => {
  test.each([
    ['0470123456', 'mobile', '0470 12 34 56'],
    ['+32 470 12 34 56', 'mobile', '0470 12 34 56'],
    ['0032 470/12.34.56', 'mobile', '0470 12 34 56'],
    ['09 323 45 67', 'landline', '09 323 45 67'],
    ['+31 6 12345678', 'mobile', '+31 6 12345678'],
  ] as const)('%s is a %s and is read back as %s', (typed, kind, readBack) => {
    expect(checkPhone(typed)).toEqual({ kind, readBack });
  });

  test.each(['12', 'abc', '0470 12 34', '+32'])('%j is none yet', (typed) => {
    expect(checkPhone(typed)).toEqual({ kind: 'wrong' });
  });
});
