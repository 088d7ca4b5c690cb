import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '#journey/actor.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { recordEvent } from './event-log.ts';
import { openLook } from './look.ts';
import { type OrganisationScope, withOrganisation } from './organisation-scope.ts';
import { readRunningDay } from './running-day.ts';

const now = Date.now();
let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});

const inside = <Value>(work: (scope: OrganisationScope) => Promise<Value>) =>
  withOrganisation(counter.organisation.id, work);
const lookAt = (at: number) =>
  inside(async (scope) => (await readRunningDay(openLook(scope), counter.teamId, at)).seatsInUse.length);

test('a day that was just read serves whoever looks, until something happens in the team or a second is over', async () => {
  expect(await lookAt(now)).toBe(0);
  await createSeatedClerk(counter);
  expect(await lookAt(now + 999)).toBe(0);
  expect(await inside((scope) => readRunningDay(scope, counter.teamId, now))).toMatchObject({
    seatsInUse: [expect.any(String)],
  });
  expect(await lookAt(now + 1_000)).toBe(1);

  await createSeatedClerk(counter);
  await inside((scope) =>
    recordEvent(scope, {
      streams: [`team:${counter.teamId}`],
      type: 'test.happened',
      actor: systemActor,
      payload: {},
      at: now,
    }),
  );
  expect(await lookAt(now + 1_000)).toBe(2);
});
