import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
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

let counter: Counter;
let organisation: Organisation;
let reference: string;
let conversationId: string;
let visitorCookie: string;
let clerkCookie: string;

const clock = { now: () => Date.now() };
const find = (path: string, cookies: string) => findChatSubject(organisation, path, cookies, clock);
const load = (subject: Awaited<ReturnType<typeof find>>) =>
  withOrganisation(organisation.id, async (scope) => (await subject?.load(scope)) ?? null);

beforeEach(async () => {
  counter = await createCounter();
  organisation = (await findOrganisationByHost(counter.organisation.host)) as Organisation;
  const clerk = await createSeatedClerk(counter);
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
    clerkId: clerk.actor.staffMemberId,
    seatId,
  });
  await createParticipant(organisation.id, conversation.id, { ...admitted, visitId: visit.id });
  const { staffMemberId } = clerk.actor;
  await createParticipant(organisation.id, conversation.id, { ...admitted, role: 'clerk', staffMemberId });
  reference = appointment.reference;
  conversationId = conversation.id;
  visitorCookie = `${visitCookie(reference)}=${visit.token}`;
  clerkCookie = `${staffSessionCookie}=${clerk.token}`;
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
