import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { epochMilliseconds, type Interval, MINUTE_MILLISECONDS } from '#journey/time.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { type NotedCallback, noteCallback, readCallbackChoice } from './note-callback.ts';

const zone = 'Europe/Brussels';
/** A Tuesday, ten in the morning there. */
const now = epochMilliseconds(Date.UTC(2026, 10, 24, 9));
const opening: Interval = {
  startAt: epochMilliseconds(now + 60 * MINUTE_MILLISECONDS),
  endAt: epochMilliseconds(now + 120 * MINUTE_MILLISECONDS),
};
let openings: readonly Interval[];
const tools = {
  clock: { now: () => now },
  openingsOf: () => openings,
  drawPhrase: () => ['boom', 'appel'] as const,
};

let counter: Counter;
let mieke: StaffActor;
let conversationId: ConversationId;

beforeAll(async () => {
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
});
beforeEach(async () => {
  openings = [opening];
  const phone = '+32470123456';
  const waiting = await createWaitingCitizen(counter, {
    citizenName: 'Sofie Maes',
    phone,
    phraseWords: ['klaver', 'brug'],
  });
  conversationId = waiting.conversationId;
  const ended = { state: 'ended', endedAt: new Date(now), clerkId: mieke.staffMemberId } as const;
  await withOrganisation(counter.organisation.id, ({ db }) =>
    db.conversation.updateMany({ where: { id: conversationId }, data: ended }),
  );
});
afterAll(closeDatabase);

const note = async (change: Partial<NotedCallback> = {}, actor = mieke) => {
  const noted = {
    submissionKey: randomUUID(),
    phone: '0470 12 34 56',
    question: '',
    when: 'soon',
    ...change,
  };
  const result = await noteCallback(tools, actor, zone, conversationId, noted);
  return result.ok ? result.value : result.failure;
};
const noted = () =>
  withOrganisation(counter.organisation.id, ({ db }) =>
    db.callbackRequest.findMany({ where: { settledAt: null }, orderBy: { createdAt: 'desc' } }),
  );

describe('a call after the conversation', () => {
  test('begins with the number that is known, and stands in the list of the service’s team under the words of the appointment', async () => {
    expect(await readCallbackChoice(tools, mieke, zone, conversationId)).toEqual({
      phone: '0470 12 34 56',
      windows: [opening],
    });
    expect(await note({ question: 'Het bewijs komt later.' })).toEqual({
      phone: '+32470123456',
      window: opening,
      phraseWords: ['klaver', 'brug'],
    });
    expect((await noted())[0]).toMatchObject({
      teamId: counter.teamId,
      serviceId: counter.serviceId,
      name: 'Sofie Maes',
      phone: '+32470123456',
      question: 'Het bewijs komt later.',
      phraseWords: ['klaver', 'brug'],
    });
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'callback.requested' } }),
    );
    expect(events.at(-1)).toMatchObject({ actorKind: 'staff', actorId: mieke.staffMemberId });
  });

  test('is noted once for a form that is sent twice', async () => {
    const before = (await noted()).length;
    const submissionKey = randomUUID();
    const phone = '0471 00 00 98';
    await Promise.all([note({ submissionKey, phone }), note({ submissionKey, phone })]);
    expect((await noted()).length).toBe(before + 1);
  });

  test('is refused in words that say what is wrong, and where the team calls nobody', async () => {
    expect(await note({ phone: '' })).toEqual({ code: 'wrongFields', problems: { phone: 'phoneMissing' } });
    expect(await note({ phone: '12', question: 'x'.repeat(1001) })).toEqual({
      code: 'wrongFields',
      problems: { phone: 'phoneWrong', question: 'questionTooLong' },
    });
    expect(await note({ when: String(now - 1) })).toEqual({ code: 'windowGone' });
    expect(await note({ when: 'whenever' })).toEqual({ code: 'windowGone' });
    openings = [];
    expect(await note()).toEqual({ code: 'notOffered' });
  });

  test('is noted only by the clerk whose conversation it is', async () => {
    const colleague = (await createSeatedClerk(counter)).actor;
    expect(await note({}, colleague)).toEqual({ code: 'notFound' });
    expect(await readCallbackChoice(tools, colleague, zone, conversationId)).toBeNull();
    const abroad = (await createSeatedClerk(await createCounter())).actor;
    expect(await note({}, abroad)).toEqual({ code: 'notFound' });
  });
});
