import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import { changeChannel } from '#features/call/change-channel.ts';
import { giveClerkAccess } from '#features/call/give-clerk-access.ts';
import { giveVisitorAccess } from '#features/call/give-visitor-access.ts';
import { reopenRooms } from '#features/call/reopen-rooms.ts';
import { markMissedByRule } from '#features/changes/mark-missed.ts';
import { writeLine } from '#features/chat/write-line.ts';
import { answerForward } from '#features/forwarding/answer-forward.ts';
import { forwardConversation } from '#features/forwarding/forward-conversation.ts';
import { openingIntervals } from '#features/scheduling/opening-hours.ts';
import { admitCitizen } from '#features/seat/admit-citizen.ts';
import { readSeatView } from '#features/seat/queue-view.ts';
import { sendBack } from '#features/seat/send-back.ts';
import { arrive } from '#features/waiting-room/arrive.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, RoomName, VisitId } from '#journey/ids.ts';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { joinCounter } from './join-counter.ts';

const timeZone = 'Europe/Brussels';
const clock = { now: () => Date.now() };
let counter: Counter;
let mieke: SeatedClerk;
/** What was asked of the video server. */
let asked: string[];

const videoRooms = {
  open: async (room: RoomName) => void asked.push(`open ${room}`),
  close: async (room: RoomName) => void asked.push(`close ${room}`),
  grant: async (room: RoomName) => void asked.push(`grant ${room}`),
  list: async () => new Set(),
  issueAccess: async (room: RoomName) => ({ url: '', token: room }),
} as Partial<VideoRooms> as VideoRooms;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  asked = [];
  counter = await createCounter();
  mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  const { teamId } = counter;
  await inside(async ({ db, organisationId }) => {
    const all = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ organisationId, teamId, weekday }));
    await db.walkInCounter.create({
      data: { organisationId, teamId, isOn: true, channels: ['chat'], languages: ['nl'], mostWaiting: 5 },
    });
    await db.walkInHours.createMany({
      data: all.map((day) => ({ ...day, opensAtMinute: 0, closesAtMinute: 1440 })),
    });
  });
});

const join = (channel: WalkInChannel = 'chat') =>
  joinCounter(
    { clock, linkSecret: 'a secret of links', openingsOf: openingIntervals, drawPhrase, drawReference },
    {
      organisation: { id: counter.organisation.id, timeZone },
      service: { id: counter.serviceId, teamId: counter.teamId, durationMinutes: 1, channels: ['video'] },
      channel,
      submissionKey: randomUUID(),
      name: 'Sofie Van Daele',
      phone: null,
      language: 'nl',
    },
  );

/** Somebody who joined the chat, and whose page is open. */
async function comeIn() {
  if (!(await join()).ok) throw new Error('The chat took nobody.');
  const row = await inside(({ db }) => db.appointment.findFirstOrThrow());
  const appointmentId = row.id as AppointmentId;
  const { id: visitId } = await createVisit(counter.organisation.id, appointmentId);
  await arrive({
    organisationId: counter.organisation.id,
    visitId,
    nodeId: counter.nodeId,
    now: clock.now(),
  });
  const conversation = await readConversation();
  const actor: VisitActor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId,
    appointmentId,
    role: 'citizen',
  };
  return { visitId, actor, conversationId: conversation.id as ConversationId };
}

const readConversation = () => inside(({ db }) => db.conversation.findFirstOrThrow());
const viewOf = (visitId: VisitId) =>
  inside(async (scope) => (await loadVisitView(scope, visitId, clock.now()))?.view);
const seatOf = (clerk: SeatedClerk) => readSeatView(clock, clerk.actor, timeZone);
const admit = (id: ConversationId) => admitCitizen({ clock, videoRooms }, mieke.actor, id);
const askRoom = (clerk: SeatedClerk, id: ConversationId) =>
  giveClerkAccess({ videoRooms, iceServers: [] }, clerk.actor, id);
const askRoomAs = (actor: VisitActor) =>
  giveVisitorAccess({ videoRooms, iceServers: [], isNearFront: async () => true }, actor);
const write = (actor: VisitActor, text: string) => writeLine(clock, actor, { key: randomUUID(), text });
const done = { ok: true, value: null };
const refused = { ok: false, failure: { code: 'inWriting' } };

describe('a conversation in writing', () => {
  test('waits and is taken as any other, and needs nothing of the video server', async () => {
    const { visitId, actor, conversationId } = await comeIn();
    expect(await viewOf(visitId)).toMatchObject({ stage: 'wait', inWriting: true, waiting: { place: 1 } });
    expect((await seatOf(mieke))?.entries).toMatchObject([{ channel: 'chat', state: 'waiting', turn: 1 }]);
    for (const give of [() => askRoom(mieke, conversationId), () => askRoomAs(actor)])
      expect(await give()).toEqual(refused);
    expect((await admit(conversationId)).ok).toBe(true);
    expect(await viewOf(visitId)).toMatchObject({ stage: 'call', inWriting: true, byPhone: false });
    expect((await seatOf(mieke))?.current).toMatchObject({ inWriting: true, isOwn: true });
    for (const give of [() => askRoom(mieke, conversationId), () => askRoomAs(actor)])
      expect(await give()).toEqual(refused);
    expect(
      await reopenRooms(videoRooms, counter.organisation.id, { existing: new Set(), lost: new Set() }),
    ).toBe(0);
    expect(asked).toEqual([]);
    expect(await write(actor, 'Mijn nummer is 85.07.30-033.28')).toEqual(done);
    const lines = await inside(({ db }) => db.textLine.findMany());
    expect(lines).toMatchObject([{ text: 'Mijn nummer is ••.••.••-•••.••', isMasked: true }]);
  });

  test('is raised to video in a new room, with its lines, and is over video from then on', async () => {
    const { visitId, actor, conversationId } = await comeIn();
    await admit(conversationId);
    await write(actor, 'Kan dit met beeld?');
    const before = await readConversation();
    expect(await changeChannel({ clock, videoRooms }, mieke.actor, conversationId, 'video')).toEqual(done);
    const { channel, roomName } = await readConversation();
    expect(channel).toBe('video');
    expect(roomName).not.toBe(before.roomName);
    expect(asked).toEqual([]);
    expect(await askRoomAs(actor)).toMatchObject({ ok: true, value: { roomName } });
    expect(await askRoom(mieke, conversationId)).toMatchObject({ ok: true, value: { roomName } });
    expect(await viewOf(visitId)).toMatchObject({ stage: 'call', inWriting: false });
    expect((await seatOf(mieke))?.entries).toMatchObject([{ channel: 'video', seatId: null }]);
    expect(await inside(({ db }) => db.textLine.count())).toBe(1);
    const wish = { reason: 'lookingUp', remark: '', isBehind: false } as const;
    expect(await sendBack({ clock, videoRooms }, mieke.actor, conversationId, wish)).toEqual(done);
    expect(await viewOf(visitId)).toMatchObject({ stage: 'wait', inWriting: false });
  });

  test('is sent back to wait, and goes on, in writing', async () => {
    const { visitId, conversationId } = await comeIn();
    await admit(conversationId);
    const wish = { reason: 'lookingUp', remark: '', isBehind: false } as const;
    expect(await sendBack({ clock, videoRooms }, mieke.actor, conversationId, wish)).toEqual(done);
    expect(await viewOf(visitId)).toMatchObject({ stage: 'wait', inWriting: true });
    expect((await admit(conversationId)).ok).toBe(true);
    expect(await viewOf(visitId)).toMatchObject({ stage: 'call', inWriting: true });
  });

  test('is handed over to a colleague, who has it in writing', async () => {
    const joris = await createSeatedClerk(counter, { name: 'Joris Maes' });
    const { conversationId } = await comeIn();
    await admit(conversationId);
    const forward = await forwardConversation({ clock }, mieke.actor, conversationId, {
      kind: 'handOver',
      teamId: counter.teamId,
      clerkId: joris.actor.staffMemberId,
      note: 'Wil jij dit afmaken?',
    });
    if (!forward.ok) throw new Error(forward.failure.code);
    expect(await answerForward({ clock, videoRooms }, joris.actor, forward.value, 'accept')).toEqual(done);
    expect((await seatOf(joris))?.current).toMatchObject({ conversationId, inWriting: true, isOwn: true });
    expect((await seatOf(mieke))?.current).toBeNull();
    expect(asked).toEqual([]);
  });

  test('to which nobody came is missed by rule', async () => {
    await join();
    const later = { now: () => clock.now() + 5 * 3_600_000 };
    const jobQueue = { enqueueDelivery: async () => {} };
    await markMissedByRule({ clock: later, jobQueue } as never, counter.organisation.id);
    expect(await inside(({ db }) => db.appointment.findFirstOrThrow())).toMatchObject({ state: 'missed' });
  });

  test('is not offered where the counter helps over video alone, and the other way round', async () => {
    expect(await join('video')).toEqual({ ok: false, failure: { code: 'notOffered' } });
    await inside(({ db }) => db.walkInCounter.updateMany({ data: { channels: ['video'] } }));
    expect(await join('chat')).toEqual({ ok: false, failure: { code: 'notOffered' } });
    expect((await join('video')).ok).toBe(true);
  });

  test('cannot be offered over anything else: the database refuses it', async () => {
    for (const channels of [[], ['phone'], ['chat', 'counter']])
      await expect(
        inside(({ db }) => db.walkInCounter.updateMany({ data: { channels: channels as never } })),
      ).rejects.toThrow(/WalkInCounter_channels_fit/);
  });
});
