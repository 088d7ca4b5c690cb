import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { CompanionLinkId, MessageId } from '#journey/ids.ts';
import type { MessageState } from '#journey/message-state.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { inviteCompanion, listCompanionLinks, withdrawCompanion } from './companion-links.ts';
import { sendCompanionLink } from './send-companion-link.ts';

let counter: Counter;
let clerk: StaffActor;
let citizen: WaitingCitizen;
let visitor: VisitActor;
let id: CompanionLinkId;
let now: number;
let queued: MessageId[];
let isAllowed: boolean;

const clock = { now: () => now };
const jobQueue = {
  enqueueDelivery: async (_: unknown, ids: readonly MessageId[]) => void queued.push(...ids),
} as unknown as JobQueue;
const attemptLimiter: AttemptLimiter = { allow: async () => isAllowed };
const tools = { clock, videoRooms: {} as VideoRooms, linkSecret: 'a secret that only this test knows' };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const messages = () => inside(({ db }) => db.message.findMany({ where: { companionLinkId: id } }));
const link = () => inside(({ db }) => db.companionLink.findFirstOrThrow({ where: { id } }));

async function send(to: string, actor: StaffActor | VisitActor = visitor): Promise<string> {
  const which = { appointmentId: citizen.appointmentId, id };
  const typed = { to, language: 'fr' } as const;
  const result = await sendCompanionLink({ clock, jobQueue, attemptLimiter }, actor, which, typed);
  now += 1_000;
  return result.ok ? 'underway' : result.failure.code;
}

beforeEach(async () => {
  now = Date.now();
  queued = [];
  isAllowed = true;
  counter = await createCounter();
  clerk = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter);
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
  const made = await inviteCompanion(tools, visitor, citizen.appointmentId, 'interpreter');
  if (!made.ok) throw new Error(made.failure.code);
  id = made.value.id;
});

describe('a link that is sent', () => {
  test('goes by mail or by text message, from citizen and from clerk, at once', async () => {
    expect(await send('an@tolken.example')).toBe('underway');
    expect(await messages()).toMatchObject([{ kind: 'companionLink', channel: 'email', state: 'planned' }]);
    expect(queued).toEqual([(await messages())[0]?.id]);
    expect(await link()).toMatchObject({ email: 'an@tolken.example', phone: null, language: 'fr' });
    expect(await send('0470 12 34 56', clerk)).toBe('underway');
    expect(await link()).toMatchObject({ email: null, phone: '+32470123456' });
  });

  test('goes to the new address alone when the first one was wrong and nothing went there yet', async () => {
    await send('an@tolken.example');
    await send('an@tolken.exampel');
    expect(await messages()).toHaveLength(1);
  });

  test('tells the seat and the citizen, with no address in the event', async () => {
    await send('an@tolken.example');
    const events = await inside(({ db }) => db.event.findMany({ where: { type: 'companion.linkSent' } }));
    expect(events.map(({ stream }) => stream).toSorted()).toEqual(
      [`appointment:${citizen.appointmentId}`, `team:${counter.teamId}`].toSorted(),
    );
    expect(JSON.stringify(events)).not.toContain('tolken');
  });

  test.each<[MessageState, string]>([
    ['sending', 'underway'],
    ['failedTemporarily', 'underway'],
    ['accepted', 'sent'],
    ['delivered', 'arrived'],
    ['failedForGood', 'failed'],
    ['discarded', 'failed'],
  ])('says where it stands how far it came: %s is %s', async (state, shown) => {
    await send('an@tolken.example');
    const settledAt = ['delivered', 'failedForGood', 'discarded'].includes(state) ? new Date(now) : null;
    const discardReason = state === 'discarded' ? 'companionGone' : null;
    await inside(({ db }) =>
      db.message.updateMany({ where: { companionLinkId: id }, data: { state, settledAt, discardReason } }),
    );
    const [first] = await listCompanionLinks(tools, clerk, citizen.appointmentId);
    expect(first?.sent).toEqual({ channel: 'email', state: shown });
    expect(JSON.stringify(first)).not.toContain('tolken');
  });

  test('forgets its address when it is withdrawn', async () => {
    await send('an@tolken.example');
    await inside(({ db }) =>
      db.message.updateMany({ where: { companionLinkId: id }, data: { sentTo: 'an@tolken.example' } }),
    );
    await withdrawCompanion(tools, visitor, citizen.appointmentId, id);
    expect(await link()).toMatchObject({ email: null, phone: null, language: null });
    expect(await messages()).toMatchObject([{ sentTo: null }]);
  });
});

describe('a link is not sent', () => {
  test('by whoever may not pass it on, and none that was withdrawn', async () => {
    const otherTeam = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(await send('an@tolken.example', otherTeam)).toBe('notFound');
    expect(await send('an@tolken.example', { ...visitor, role: 'companion' })).toBe('notFound');
    await withdrawCompanion(tools, visitor, citizen.appointmentId, id);
    expect(await send('an@tolken.example')).toBe('notFound');
    expect(await messages()).toEqual([]);
  });

  test('to what is no address, to a number that wants no texts, or too often; and nothing is kept of it', async () => {
    expect(await send('an@')).toBe('toWrong');
    await inside((scope) => writeTextStop(scope, '+32470123456', new Date(now)));
    expect(await send('0470 12 34 56')).toBe('stopped');
    isAllowed = false;
    expect(await send('an@tolken.example')).toBe('sentTooOften');
    expect(await link()).toMatchObject({ email: null, phone: null });
    expect(await messages()).toEqual([]);
  });

  test('once the conversation is over', async () => {
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { id: citizen.conversationId },
        data: {
          state: 'ended',
          endedAt: new Date(now),
          admittedAt: new Date(now),
          clerkId: clerk.staffMemberId,
        },
      }),
    );
    expect(await send('an@tolken.example')).toBe('over');
  });
});
