import { expect, test } from 'vitest';
import { listWishFields, readWishAddress, writeAddress, writeServiceAddress } from './wish-address.ts';

const address = '/services/verhuizen?with=paspoort&with=rijbewijs&channel=counter&location=x&interpreter=1';

test('a wish goes into an address and comes back from it', () => {
  const query = { with: ['paspoort', 'rijbewijs'], channel: 'counter', location: 'x', interpreter: '1' };
  const wish = readWishAddress('verhuizen', query);
  expect(writeServiceAddress(wish)).toBe(address);
  expect(writeServiceAddress(wish, [['from', '2026-11-24']])).toBe(`${address}&from=2026-11-24`);
});

test('what is not said stands in no address', () => {
  const wish = readWishAddress('verhuizen', { channel: undefined, interpreter: '0' });
  expect(listWishFields(wish)).toEqual([]);
  expect(writeServiceAddress(wish)).toBe('/services/verhuizen');
});

test('values that no page of ours writes are left out, and names cannot leave the path', () => {
  const wish = readWishAddress('a/../b', { with: ['x'.repeat(81), 'a', ...Array(20).fill('b')] });
  expect(wish.with).toEqual(['a', 'b', 'b', 'b', 'b', 'b', 'b']);
  expect(writeServiceAddress({ ...wish, with: [] })).toBe('/services/a%2F..%2Fb');
  expect(writeAddress('/book', [['moment', '2026-10-25T02:30+01:00']])).toBe(
    '/book?moment=2026-10-25T02%3A30%2B01%3A00',
  );
});
