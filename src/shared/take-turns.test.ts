import { expect, test } from 'vitest';
import { createTurns } from './take-turns.ts';

test('no more than allowed run at once, in the order in which they came, and all get their turn', async () => {
  const turns = createTurns(3);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (index: number) =>
    turns(async () => {
      begun.push(index);
      running += 1;
      most = Math.max(most, running);
      for (let tick = 0; tick < index % 4; tick += 1) await Promise.resolve();
      running -= 1;
      return index;
    });
  const all = Array.from({ length: 50 }, (_, index) => index);
  expect(await Promise.all(all.map(work))).toEqual(all);
  expect(begun).toEqual(all);
  expect(most).toBe(3);
});

test('work that fails gives its turn to the next', async () => {
  const turns = createTurns(1);
  const failing = turns(() => Promise.reject(new Error('no')));
  const next = turns(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await turns(async () => 'again')).toBe('again');
});
