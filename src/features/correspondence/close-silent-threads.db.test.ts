import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresAttemptLimiter as attemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ConversationId } from '#journey/ids.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { closeSilentThreads } from './close-silent-threads.ts';
import { takeIncoming } from './take-incoming.ts';

const day = 86_400_000;
let now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
let counter: Counter;

beforeAll(async () => {
  counter = await createCounter();
});
afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

async function write(from: string): Promise<ConversationId> {
  const receiver = {
    id: counter.organisation.id,
    name: 'Stad',
    formOfAddress: 'u',
    defaultLanguage: 'nl',
    phone: '09 123 45 67',
  };
  const taken = await takeIncoming(
    { clock, attemptLimiter },
    receiver as Parameters<typeof takeIncoming>[1],
    {
      means: 'sms',
      from,
      to: '+32460000000',
      text: 'Hallo',
      files: 0,
      sourceReference: crypto.randomUUID(),
      answered: [],
      optOut: null,
    },
  );
  if (taken.kind !== 'taken') throw new Error(`It was ${taken.kind}.`);
  return taken.conversationId;
}

const stateOf = (id: ConversationId) =>
  inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id } })).then(({ state, endedAt }) => ({
    state,
    endedAt: endedAt?.getTime() ?? null,
  }));

test('what nobody goes on with closes after two weeks, answered or not, and its team is told', async () => {
  const silent = await write('+32470000001');
  const spoken = await write('+32470000002');
  now += 10 * day;
  await write('+32470000002');
  now += 4 * day - 1;
  expect(await closeSilentThreads(clock, counter.organisation.id)).toBe(0);
  now += 1;
  const twice = await Promise.all([1, 2].map(() => closeSilentThreads(clock, counter.organisation.id)));
  expect(twice.reduce((sum, count) => sum + count)).toBe(1);
  expect(await stateOf(silent)).toEqual({ state: 'ended', endedAt: now });
  expect(await stateOf(spoken)).toMatchObject({ state: 'waiting' });
  const events = await inside(({ db }) => db.event.findMany({ where: { type: 'thread.closed' } }));
  expect(events.map(({ stream }) => stream).sort()).toEqual([
    `conversation:${silent}`,
    `team:${counter.teamId}`,
  ]);
  expect(events[0]?.payload).toEqual({ conversationId: silent, why: 'silence' });
  expect(await write('+32470000001')).not.toBe(silent);
});
