import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeLock, withLock } from './lock.ts';
import { identifyProcess } from './process-identity.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'balie-lock-'));

test('work under one lock is done one after the other', async () => {
  const file = path.join(folder, 'turns');
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await readdir(folder);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 4 }, () => withLock(file, work)));
  expect(most).toBe(1);
});

test('a living holder is named', async () => {
  const file = path.join(folder, 'held');
  expect(await takeLock(file)).toBe('taken');
  expect(await takeLock(file)).toEqual({ holder: process.pid });
});

test('the lock of a process that is gone is taken over, also when its number was given out again', async () => {
  const file = path.join(folder, 'stale');
  await writeFile(file, `${process.pid} 1`);
  expect(identifyProcess(process.pid)).not.toBe(`${process.pid} 1`);
  expect(await takeLock(file)).toBe('taken');
});

test('the lock is given back when the work fails', async () => {
  const file = path.join(folder, 'failing');
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await takeLock(file)).toBe('taken');
});
