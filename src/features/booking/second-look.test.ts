import { expect, test } from 'vitest';
import { isNew, lookTwice, maskRemark, nothingSeen, seenNow, takeMeant } from './second-look.ts';

const typo = { email: ' sofie@gmial.com ', remark: '' };
const number = { email: 'sofie@gmail.com', remark: 'Mijn nummer is 85.07.30-033.28' };

test('an address with a slip of the finger is asked about once, and again when it is another one', () => {
  const look = lookTwice(typo);
  expect(look).toEqual({ meantEmail: 'sofie@gmail.com', sensitive: [] });
  expect(isNew(look, typo, nothingSeen)).toBe(true);
  const seen = seenNow(look, typo, nothingSeen);
  expect(isNew(look, typo, seen)).toBe(false);
  const other = { ...typo, email: 'sofie@hotmial.com' };
  expect(isNew(lookTwice(other), other, seen)).toBe(true);
  expect(takeMeant(typo).email).toBe('sofie@gmail.com');
});

test('a sensitive number is named by its kind once, and kept unreadable', () => {
  const look = lookTwice(number);
  expect(look).toEqual({ meantEmail: null, sensitive: ['nationalRegister'] });
  expect(isNew(look, number, nothingSeen)).toBe(true);
  expect(isNew(look, number, seenNow(look, number, nothingSeen))).toBe(false);
  expect(maskRemark(number).remark).toBe('Mijn nummer is ••.••.••-•••.••');
});

test.each(['sofie@gmail.com', 'sofie@stad.gent', 'sofie@', ''])('nothing is asked of %j', (email) => {
  const typed = { email, remark: 'Bel mij op +32 470 12 34 56' };
  expect(isNew(lookTwice(typed), typed, nothingSeen)).toBe(false);
  expect(takeMeant({ email }).email).toBe(email);
});
