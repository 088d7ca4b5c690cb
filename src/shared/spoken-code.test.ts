import { expect, test } from 'vitest';
import { drawSpokenCode, hashSpokenCode, parseSpokenCode } from './spoken-code.ts';

test('a spoken code is six digits, also when it begins with noughts', () => {
  for (let round = 0; round < 500; round += 1) expect(drawSpokenCode()).toMatch(/^\d{6}$/);
});

test.each(['418203', '418 203', ' 41 82 03 ', '418-203', '４１８２０３'])(
  '%s is read as it was said',
  (typed) => {
    expect(parseSpokenCode(typed)).toBe('418203');
  },
);

test.each(['', '41820', '4182034', '41820a', '7K2MQ-X4D9P', '4'.repeat(200)])(
  '%s is no spoken code',
  (typed) => {
    expect(parseSpokenCode(typed)).toBeNull();
  },
);

test('what is stored depends on the server’s key', () => {
  const code = drawSpokenCode();
  expect(hashSpokenCode('one', code)).toEqual(hashSpokenCode('one', code));
  expect(hashSpokenCode('one', code)).not.toEqual(hashSpokenCode('other', code));
});

test('what a clerk says is nothing where a caller says it, and the other way round', () => {
  const code = drawSpokenCode();
  expect(hashSpokenCode('one', code, 'caller')).not.toEqual(hashSpokenCode('one', code, 'clerk'));
});
