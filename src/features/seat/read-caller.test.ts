import { expect, test } from 'vitest';
import { readCaller } from './read-caller.ts';

test('a caller may leave out name and number, and what is typed is read as people write it', () => {
  expect(readCaller({ name: ' ', phone: ' ' })).toEqual({ ok: true, value: { name: '', phone: null } });
  expect(readCaller({ name: ' Karim Aziz ', phone: '0470 12 34 56' })).toEqual({
    ok: true,
    value: { name: 'Karim Aziz', phone: '+32470123456' },
  });
});

test.each([
  ['x'.repeat(121), '', 'nameWrong'],
  ['Karim\u202eziA', '', 'nameWrong'],
  ['Karim\nAziz', '', 'nameWrong'],
  ['', '12', 'phoneWrong'],
])('%j with %j is refused', (name, phone, code) => {
  expect(readCaller({ name, phone })).toEqual({ ok: false, failure: { code } });
});
