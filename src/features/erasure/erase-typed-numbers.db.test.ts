import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';
import type { RequestState } from '#journey/requests.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createWaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { eraseTypedNumbers } from './erase-typed-numbers.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };

let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});
afterAll(closeDatabase);

type Sent = { readonly goesTo: string | null; readonly state: 'accepted' | 'failedTemporarily' };

async function sendLink(requestState: RequestState, { goesTo, state }: Sent): Promise<MessageId> {
  const { organisation, serviceId } = counter;
  const { appointmentId } = await createWaitingCitizen(counter);
  const isSettled = requestState !== 'sent';
  const { id: requestId } = await createRequest(
    organisation.id,
    { appointmentId, serviceId },
    { state: requestState, settledAt: isSettled ? new Date(now) : null },
  );
  const { id } = await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId,
        requestId,
        kind: 'requestLink',
        channel: 'sms',
        state,
        goesTo,
        sentTo: '+32470550199',
        plannedAt: new Date(now),
        nextAttemptAt: new Date(now),
      },
      select: { id: true },
    }),
  );
  return id as MessageId;
}

test('a number that was typed for a link goes once its request is settled and the message is not on its way, and no other', async () => {
  const typed = { goesTo: '+32470550199', state: 'accepted' } as const;
  const [fulfilled, withdrawn] = [await sendLink('fulfilled', typed), await sendLink('withdrawn', typed)];
  const kept = [
    await sendLink('sent', typed),
    await sendLink('withdrawn', { ...typed, state: 'failedTemporarily' }),
    await sendLink('fulfilled', { ...typed, goesTo: null }),
  ];
  expect(await eraseTypedNumbers(clock, counter.organisation.id, 1)).toBe(2);
  const left = await withOrganisation(counter.organisation.id, async ({ db }) => ({
    messages: await db.message.findMany({ where: { sentTo: { not: null } }, select: { id: true } }),
    typed: await db.message.count({ where: { id: { in: [fulfilled, withdrawn] }, goesTo: { not: null } } }),
    events: await db.event.findMany({ where: { type: 'request.numberErased' }, select: { payload: true } }),
  }));
  expect(left.messages.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  expect(left.typed).toBe(0);
  expect(JSON.stringify(left.events)).toContain(fulfilled);
  expect(JSON.stringify(left.events)).not.toContain('470550199');
});
