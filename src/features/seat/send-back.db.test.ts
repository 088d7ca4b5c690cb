import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import { mayMarkMissed } from '#features/changes/missed-rule.ts';
import { endConversation } from '#features/closing/end-conversation.ts';
import { answerForward } from '#features/forwarding/answer-forward.ts';
import { forwardConversation } from '#features/forwarding/forward-conversation.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { ConversationId, ParticipantId, RoomName, VisitId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import {
  type Counter,
  createCounter,
  createPersonAtTheDoor,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { admitCitizen } from './admit-citizen.ts';
import { keepNotes } from './keep-notes.ts';
import { admitAtDoor } from './mind-the-door.ts';
import { readSeatView } from './queue-view.ts';
import { type SendBackWish, sendBack } from './send-back.ts';

const closed: RoomName[] = [];
const granted: { room: RoomName; identities: readonly ParticipantId[]; rights: RoomRights }[] = [];
const videoRooms = {
  open: async () => {},
  close: async (room: RoomName) => void closed.push(room),
  grant: async (room: RoomName, identities: readonly ParticipantId[], rights: RoomRights) =>
    void granted.push({ room, identities, rights }),
} as unknown as VideoRooms;
let now = Date.now();
const clock = { now: () => now };
const tools = { clock, videoRooms };
const looking: SendBackWish = { reason: 'lookingUp', remark: '', isBehind: false };
const refused = { ok: false, failure: { code: 'notFound' } };

let counter: Counter;
let mieke: SeatedClerk;
let jonas: SeatedClerk;

beforeEach(async () => {
  now = Date.now();
  counter = await createCounter();
  mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
  closed.length = 0;
  granted.length = 0;
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const read = (id: ConversationId) =>
  inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id }, include: { participants: true } }));
const see = async (visitId: VisitId) =>
  (await inside((scope) => loadVisitView(scope, visitId, now)))?.view ?? null;
const seatOf = (clerk: SeatedClerk) => readSeatView(clock, clerk.actor, 'Europe/Brussels');

/** Somebody whose appointment began a few minutes ago, in conversation with a clerk. */
async function speak(by = mieke, minutesAgo = 5): Promise<WaitingCitizen> {
  const citizen = await createWaitingCitizen(counter, { startAt: new Date(now - minutesAgo * 60_000) });
  expect((await admitCitizen(tools, by.actor, citizen.conversationId)).ok).toBe(true);
  return citizen;
}

describe('sending the citizen back to wait', () => {
  test('ends all rights: another room, nobody inside, nobody’s conversation, and its notes stay', async () => {
    const citizen = await speak();
    const helper = await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'An' });
    await admitAtDoor(tools, mieke.actor, citizen.conversationId, helper.participantId);
    await keepNotes(mieke.actor, citizen.conversationId, 'Wil verhuizen op 1 december.');
    expect(await sendBack(tools, mieke.actor, citizen.conversationId, looking)).toEqual({
      ok: true,
      value: null,
    });
    const row = await read(citizen.conversationId);
    expect(row).toMatchObject({ state: 'waiting', clerkId: null, report: 'Wil verhuizen op 1 december.' });
    expect(row.roomName).not.toBe(citizen.roomName);
    expect(closed).toEqual([citizen.roomName]);
    expect(row.participants.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    const types = await inside(async ({ db }) =>
      (
        await db.event.findMany({
          where: { stream: `appointment:${citizen.appointmentId}` },
          orderBy: { number: 'asc' },
        })
      ).map(({ type }) => type),
    );
    expect(types.at(-1)).toBe('conversation.sentBack');
  });

  test('is read by the citizen: why, the clerk’s words without numbers, and that they are next', async () => {
    const citizen = await speak();
    await createWaitingCitizen(counter, { startAt: new Date(now - 60 * 60_000) });
    const remark = ' Uw rijksregisternummer 85.07.30-033.28 klopt. ';
    await sendBack(tools, mieke.actor, citizen.conversationId, { ...looking, remark });
    const view = await see(citizen.visitId);
    expect(view).toMatchObject({
      stage: 'wait',
      clerkName: null,
      waiting: { place: 1, delayMinutes: 0, nearFront: true },
      sentBack: { reason: 'lookingUp', isFirst: true },
      call: { admitted: false },
    });
    expect(view?.sentBack?.remark).toMatch(/^Uw rijksregisternummer [•.-]+ klopt\.$/);
  });

  test('stands at the seat of every clerk of the team, first unless others may go before', async () => {
    const sofie = await speak();
    const ahmed = await createWaitingCitizen(counter, { startAt: new Date(now - 60 * 60_000) });
    const turns = async () =>
      Object.fromEntries((await seatOf(jonas))?.entries.map((each) => [each.appointmentId, each.turn]) ?? []);
    await sendBack(tools, mieke.actor, sofie.conversationId, looking);
    expect(await turns()).toEqual({ [sofie.appointmentId]: 1, [ahmed.appointmentId]: 2 });
    await sendBack(tools, jonas.actor, sofie.conversationId, { ...looking, isBehind: true });
    expect(await turns()).toEqual({ [sofie.appointmentId]: 2, [ahmed.appointmentId]: 1 });
    const entry = (await seatOf(mieke))?.entries.find((each) => each.appointmentId === sofie.appointmentId);
    expect(entry).toMatchObject({ state: 'waiting', sentBack: { at: now, reason: 'lookingUp' } });
  });

  test('lets any clerk of the team take them again, in the new room, with the notes of before', async () => {
    const citizen = await speak();
    await keepNotes(mieke.actor, citizen.conversationId, 'Vraagt een attest.');
    await sendBack(tools, mieke.actor, citizen.conversationId, looking);
    granted.length = 0;
    const again = await admitCitizen(tools, jonas.actor, citizen.conversationId);
    const row = await read(citizen.conversationId);
    expect(again).toMatchObject({ ok: true, value: { roomName: row.roomName } });
    expect(row).toMatchObject({
      clerkId: jonas.actor.staffMemberId,
      sentBackAt: null,
      sentBackReason: null,
      report: 'Vraagt een attest.',
    });
    expect(granted.map(({ room }) => room)).toEqual([row.roomName, row.roomName]);
    expect(await see(citizen.visitId)).toMatchObject({ stage: 'call', sentBack: null });
  });

  test('counts what was spoken before for how long such a conversation takes', async () => {
    const citizen = await speak(mieke, 0);
    now += 6 * 60_000;
    await sendBack(tools, mieke.actor, citizen.conversationId, looking);
    const day = await inside((scope) => readRunningDay(scope, counter.teamId, now));
    expect(day.coming[0]?.again).toMatchObject({ at: now, isFirst: true, spokenMinutes: 6 });
    now += 20 * 60_000;
    await inside(({ db }) => db.node.updateMany({ data: { leaseExpiresAt: new Date(now + 60_000) } }));
    expect((await admitCitizen(tools, mieke.actor, citizen.conversationId)).ok).toBe(true);
    now += 3 * 60_000;
    const outcomes = [{ serviceId: counter.serviceId, outcome: 'solved' as const }];
    await endConversation(tools, mieke.actor, citizen.conversationId, { outcomes, report: '' });
    const service = await inside(({ db }) =>
      db.service.findFirstOrThrow({ where: { id: counter.serviceId } }),
    );
    const { startAt, endAt } = await inside(({ db }) =>
      db.appointment.findFirstOrThrow({ where: { id: citizen.appointmentId } }),
    );
    const planned = (endAt.getTime() - startAt.getTime()) / 60_000;
    expect(service.measuredPercents).toEqual([Math.round((9 / planned) * 100)]);
  });

  test('works just before a conversation too, and keeps the room of who waits', async () => {
    const citizen = await createWaitingCitizen(counter);
    const wish: SendBackWish = { reason: 'otherFirst', remark: '', isBehind: true };
    expect((await sendBack(tools, jonas.actor, citizen.conversationId, wish)).ok).toBe(true);
    expect(await read(citizen.conversationId)).toMatchObject({
      state: 'waiting',
      roomName: citizen.roomName,
    });
    expect(closed).toEqual([]);
    expect((await admitCitizen(tools, mieke.actor, citizen.conversationId)).ok).toBe(true);
  });

  test('puts them in their own team’s waiting room again, also by a colleague of another team who took over', async () => {
    const citizen = await speak();
    const other = await createCounter(counter.organisation);
    const els = await createSeatedClerk(other, { name: 'Els Claes' });
    const { teamId } = other;
    const wanted = { kind: 'handOver', teamId, clerkId: null, note: 'Wil jij dit doen?' } as const;
    const asked = await forwardConversation(tools, mieke.actor, citizen.conversationId, wanted);
    if (!asked.ok) throw new Error(asked.failure.code);
    expect(await answerForward(tools, els.actor, asked.value, 'accept')).toMatchObject({ ok: true });
    expect((await seatOf(els))?.current).toMatchObject({ isOwn: true, appointmentId: citizen.appointmentId });
    expect((await seatOf(mieke))?.current).toBeNull();

    expect(await sendBack(tools, els.actor, citizen.conversationId, looking)).toMatchObject({ ok: true });
    expect((await read(citizen.conversationId)).teamId).toBe(counter.teamId);
    expect((await admitCitizen(tools, jonas.actor, citizen.conversationId)).ok).toBe(true);
  });

  test('is refused of a colleague’s conversation, of another team’s, and of one that is over', async () => {
    const citizen = await speak();
    const elsewhere = await createSeatedClerk(await createCounter());
    expect(await sendBack(tools, jonas.actor, citizen.conversationId, looking)).toEqual(refused);
    expect(await sendBack(tools, elsewhere.actor, citizen.conversationId, looking)).toEqual(refused);
    const outcomes = [{ serviceId: counter.serviceId, outcome: 'solved' as const }];
    await endConversation(tools, mieke.actor, citizen.conversationId, { outcomes, report: '' });
    expect(await sendBack(tools, mieke.actor, citizen.conversationId, looking)).toEqual(refused);
    expect(closed).toEqual([citizen.roomName]);
  });

  test('is told to one only, when a colleague takes them in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const citizen = await createWaitingCitizen(counter);
      const ann = await createSeatedClerk(counter);
      const [taken] = await Promise.all([
        admitCitizen(tools, ann.actor, citizen.conversationId),
        sendBack(tools, jonas.actor, citizen.conversationId, { ...looking, isBehind: true }),
      ]);
      const { state, sentBackAt } = await read(citizen.conversationId);
      expect(taken.ok).toBe(true);
      expect([state, sentBackAt]).toEqual(['admitted', null]);
    }
  });

  test('makes nobody miss an appointment', () => {
    const attended = {
      state: 'booked',
      channel: 'video',
      startAt: epochMilliseconds(now - 60_000),
      endAt: epochMilliseconds(now),
      conversationState: 'waiting',
    } as const;
    expect(mayMarkMissed(attended, epochMilliseconds(now))).toBe(true);
    expect(mayMarkMissed({ ...attended, wasCalled: true }, epochMilliseconds(now))).toBe(false);
  });
});
