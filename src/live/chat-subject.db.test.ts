import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { typeAlong } from '#features/chat/type-along.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import {
  createConversation,
  createParticipant,
  createVisit,
} from '../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { findChatSubject } from './chat-subject.ts';
import { followPassing, startStreamHub, stopStreamHub } from './stream-hub.ts';

let counter: Counter;
let organisation: Organisation;
let reference: string;
let conversationId: ConversationId;
let clerk: StaffActor;
let visitorCookie: string;
let clerkCookie: string;

const clock = { now: () => Date.now() };
const find = (path: string, cookies: string) => findChatSubject(organisation, path, cookies, clock);
const load = (subject: Awaited<ReturnType<typeof find>>) =>
  withOrganisation(organisation.id, async (scope) => (await subject?.load(scope)) ?? null);

beforeAll(startStreamHub);
afterAll(stopStreamHub);

beforeEach(async () => {
  counter = await createCounter();
  organisation = (await findOrganisationByHost(counter.organisation.host)) as Organisation;
  const seated = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  clerk = seated.actor;
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  const { id: seatId } = await createSeat(organisation.id, counter.teamId);
  const place = {
    organisationId: organisation.id,
    teamId: counter.teamId,
    seatId,
    serviceIds: [counter.serviceId],
  };
  const appointment = await createAppointment(place, 'a secret of links that only tests know');
  const visit = await createVisit(organisation.id, appointment.id);
  const conversation = await createConversation(organisation.id, counter.teamId, appointment.id, {
    ...admitted,
    clerkId: clerk.staffMemberId,
    seatId,
  });
  await createParticipant(organisation.id, conversation.id, { ...admitted, visitId: visit.id });
  const { staffMemberId } = clerk;
  await createParticipant(organisation.id, conversation.id, { ...admitted, role: 'clerk', staffMemberId });
  reference = appointment.reference;
  conversationId = conversation.id;
  visitorCookie = `${visitCookie(reference)}=${visit.token}`;
  clerkCookie = `${staffSessionCookie}=${seated.token}`;
});

const visitPath = () => `/events/visits/${reference}/chat`;
const seatPath = () => `/events/seat/conversations/${conversationId}/chat`;

describe('the stream of what is written', () => {
  test('is followed by the citizen and the clerk inside, until the conversation ends', async () => {
    const own = await find(visitPath(), visitorCookie);
    const theirs = await find(seatPath(), clerkCookie);
    for (const subject of [own, theirs]) expect(await load(subject)).toMatchObject({ state: { lines: [] } });
    await withOrganisation(organisation.id, ({ db }) =>
      db.conversation.updateMany({
        where: { id: conversationId },
        data: { state: 'ended', endedAt: new Date() },
      }),
    );
    for (const subject of [own, theirs]) expect(await load(subject)).toBeNull();
  });

  test('is not there for others: without a cookie, with the other side’s, for a colleague', async () => {
    const colleague = await createSeatedClerk(counter);
    expect(await find(visitPath(), '')).toBeNull();
    expect(await find(visitPath(), clerkCookie)).toBeNull();
    expect(await find(seatPath(), visitorCookie)).toBeNull();
    expect(await find(seatPath(), `${staffSessionCookie}=${colleague.token}`)).toBeNull();
    expect(await find('/events/visits//chat', visitorCookie)).toBeNull();
  });

  test('is over for a clerk who signs off', async () => {
    const subject = await find(seatPath(), clerkCookie);
    await withOrganisation(organisation.id, ({ db }) => db.staffSession.deleteMany({}));
    expect(await load(subject)).toBeNull();
  });
});

describe('what is being typed', () => {
  test('passes to the others inside, kept nowhere and without the beginning of a sensitive number', async () => {
    const own = await find(visitPath(), visitorCookie);
    const theirs = await find(seatPath(), clerkCookie);
    const passed: unknown[] = [];
    const stop = followPassing(organisation.id, `conversation:${conversationId}`, (message) =>
      passed.push(message),
    );
    const text = 'Bedoelt u 85.07.30-03';
    const writer = { actor: clerk, conversationId };
    expect(await typeAlong(writer, { text, caret: text.length })).toEqual({ ok: true, value: null });
    await vi.waitFor(() => expect(passed).toHaveLength(1));
    stop();
    expect(own?.passing?.(passed[0])).toMatchObject({ name: 'Mieke Verstraete', text: 'Bedoelt u …' });
    expect(theirs?.passing?.(passed[0])).toBeNull();
    const kept = await withOrganisation(organisation.id, ({ db }) => db.textLine.count());
    expect(kept).toBe(0);
  });

  test('passes from nobody who is not inside', async () => {
    const colleague = await createSeatedClerk(counter);
    const writer = { actor: colleague.actor, conversationId };
    expect(await typeAlong(writer, { text: 'Hallo', caret: 5 })).toMatchObject({ ok: false });
  });
});
