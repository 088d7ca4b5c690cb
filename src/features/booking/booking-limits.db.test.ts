import { afterAll, expect, test } from 'vitest';
import { postgresAttemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { closeDatabase, database } from '#db/client.ts';
import { mayBook, mayHold } from './booking-limits.ts';

afterAll(closeDatabase);

const tryTimes = async (times: number, address: string) => {
  const answers: boolean[] = [];
  for (let count = 0; count < times; count += 1) answers.push(await mayBook(postgresAttemptLimiter, address));
  return answers.filter(Boolean).length;
};

test('an address books twenty times in ten minutes, and no more', async () => {
  expect(await tryTimes(25, '203.0.113.7')).toBe(20);
  expect(await tryTimes(1, '203.0.113.8')).toBe(1);
});

test('an address holds sixty times in ten minutes, however many it books', async () => {
  const answers: boolean[] = [];
  for (let count = 0; count < 65; count += 1)
    answers.push(await mayHold(postgresAttemptLimiter, '203.0.113.10'));
  expect(answers.filter(Boolean)).toHaveLength(60);
  expect(await tryTimes(1, '203.0.113.10')).toBe(1);
  expect(await mayHold(postgresAttemptLimiter, '127.0.0.1')).toBe(true);
});

test('the address of the machine itself stands for everybody and is not counted', async () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(await tryTimes(25, address)).toBe(25);
});

test('no address is kept', async () => {
  await tryTimes(1, '203.0.113.9');
  const { rows } = await database().pool.query('select key from rate_limit');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('203.0.113');
});
