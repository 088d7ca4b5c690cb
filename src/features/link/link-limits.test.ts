import { expect, test } from 'vitest';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import { mayTryCode, mayTryLink } from './link-limits.ts';

/** Allows as often as the limit says, and remembers the keys. */
function createLimiter() {
  const counts = new Map<string, number>();
  const limiter: AttemptLimiter = {
    allow: async ({ name, attempts }, key) => {
      const count = (counts.get(`${name} ${key}`) ?? 0) + 1;
      counts.set(`${name} ${key}`, count);
      return count <= attempts;
    },
  };
  return { limiter, keys: () => [...counts.keys()] };
}

test('whoever guesses from one address is stopped, and others are not', async () => {
  const { limiter } = createLimiter();
  const tries = await Promise.all(
    Array.from({ length: 200 }, (_, index) => mayTryLink(limiter, `guess-${index}`, '203.0.113.7')),
  );
  expect(tries.filter(Boolean)).toHaveLength(120);
  expect(await mayTryLink(limiter, 'guess', '203.0.113.8')).toBe(true);
});

test('many people behind one proxy that does not name them are not taken for one who guesses', async () => {
  const { limiter } = createLimiter();
  const tries = await Promise.all(
    Array.from({ length: 200 }, (_, index) => mayTryLink(limiter, `link-${index}`, '127.0.0.1')),
  );
  expect(tries.every(Boolean)).toBe(true);
});

test('one link is not hammered from many addresses, and its secret is no key', async () => {
  const { limiter, keys } = createLimiter();
  const token = 'A'.repeat(43);
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, index) => mayTryLink(limiter, token, `203.0.113.${index}`)),
  );
  expect(tries.filter(Boolean)).toHaveLength(30);
  expect(keys().join(' ')).not.toContain(token);
});

test('whoever guesses codes of printed sheets is stopped long before one fits', async () => {
  const { limiter, keys } = createLimiter();
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, index) => mayTryCode(limiter, `7K2MQ-X4D${index}`, '203.0.113.7')),
  );
  expect(tries.filter(Boolean)).toHaveLength(60);
  expect(await mayTryCode(limiter, '7K2MQ-X4D9P', '203.0.113.8')).toBe(true);
  const hammered = await Promise.all(
    Array.from({ length: 50 }, (_, index) => mayTryCode(limiter, 'AAAAA-AAAAA', `198.51.100.${index}`)),
  );
  expect(hammered.filter(Boolean)).toHaveLength(20);
  expect(keys().join(' ')).not.toContain('AAAAA');
});
