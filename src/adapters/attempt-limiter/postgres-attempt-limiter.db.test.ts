import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { postgresAttemptLimiter } from './postgres-attempt-limiter.ts';

const limit = { name: `test-${randomUUID().slice(0, 8)}`, attempts: 5, perSeconds: 60 };

describe('attempts', () => {
  test('are allowed up to the limit and not beyond, also when they come at once', async () => {
    const key = randomUUID();
    const tried = await Promise.all(
      Array.from({ length: 20 }, () => postgresAttemptLimiter.allow(limit, key)),
    );
    expect(tried.filter(Boolean)).toHaveLength(limit.attempts);
    expect(await postgresAttemptLimiter.allow(limit, key)).toBe(false);
  });

  test('of another key, or at something else, are counted by themselves', async () => {
    const key = randomUUID();
    const narrow = { ...limit, name: `${limit.name}-narrow`, attempts: 1 };
    expect(await postgresAttemptLimiter.allow(narrow, key)).toBe(true);
    expect(await postgresAttemptLimiter.allow(narrow, key)).toBe(false);
    expect(await postgresAttemptLimiter.allow(narrow, randomUUID())).toBe(true);
    expect(await postgresAttemptLimiter.allow({ ...narrow, name: `${narrow.name}-2` }, key)).toBe(true);
  });

  test('are allowed again when their time is over', async () => {
    const key = randomUUID();
    const short = { ...limit, name: `${limit.name}-short`, attempts: 1 };
    expect(await postgresAttemptLimiter.allow(short, key)).toBe(true);
    await database().pool.query('update rate_limit set expire = $1 where key like $2', [
      Date.now() - 1,
      `${short.name}%`,
    ]);
    expect(await postgresAttemptLimiter.allow(short, key)).toBe(true);
  });

  test('leave no address behind: only a hash is kept', async () => {
    const address = '203.0.113.7';
    await postgresAttemptLimiter.allow(limit, address);
    const { rows } = await database().pool.query<{ key: string }>('select key from rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ key }) => key).join(' ')).not.toContain(address);
  });
});
