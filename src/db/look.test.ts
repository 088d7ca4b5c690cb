import { expect, test } from 'vitest';
import { gatherInLook, openLook, shareInLook } from './look.ts';
import type { OrganisationScope } from './organisation-scope.ts';

// A look remembers; what is read through it is handed in.
const alone = { touchedStreams: new Set() } as unknown as OrganisationScope;

test('what many need alike is read once in a look, and each time outside of one', async () => {
  let reads = 0;
  const read = async () => ++reads;
  const look = openLook(alone);
  expect(await Promise.all([shareInLook(look, 'day', read), shareInLook(look, 'day', read)])).toEqual([1, 1]);
  expect(await shareInLook(look, 'day', read)).toBe(1);
  expect(await shareInLook(look, 'another day', read)).toBe(2);
  expect(await shareInLook(alone, 'day', read)).toBe(3);
  expect(await shareInLook(openLook(alone), 'day', read)).toBe(4);
});

test('what each needs for itself is asked in one question, once more for who asks later', async () => {
  const questions: (readonly string[])[] = [];
  const readAll = async (keys: readonly string[]) => {
    questions.push(keys);
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}’s`]));
  };
  const look = openLook(alone);
  const ask = (key: string) => gatherInLook(look, 'visit', key, readAll);
  expect(await Promise.all([ask('Sofie'), ask('nobody'), ask('Karim'), ask('Sofie')])).toEqual([
    'Sofie’s',
    undefined,
    'Karim’s',
    'Sofie’s',
  ]);
  expect(await ask('Mieke')).toBe('Mieke’s');
  expect(questions).toEqual([['Sofie', 'nobody', 'Karim'], ['Mieke']]);
});

test('a look asks one question after the other, also after one that failed', async () => {
  const look = openLook(alone);
  let open = 0;
  const read = (fails: boolean) => async () => {
    open += 1;
    expect(open).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    if (fails) throw new Error('no answer');
    return 'answer';
  };
  const failing = shareInLook(look, 'first', read(true));
  const next = shareInLook(look, 'second', read(false));
  await expect(failing).rejects.toThrow('no answer');
  expect(await next).toBe('answer');
});
