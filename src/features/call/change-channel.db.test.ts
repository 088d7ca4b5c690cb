import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { RoomName } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { changeChannel } from './change-channel.ts';
import { giveClerkAccess } from './give-clerk-access.ts';
import { giveVisitorAccess } from './give-visitor-access.ts';
import { reopenRooms } from './reopen-rooms.ts';

let counter: Counter;
let clerk: SeatedClerk;
let citizen: WaitingCitizen;
let asked: string[];

const videoRooms = {
  open: async (room: RoomName) => void asked.push(`open ${room}`),
  close: async (room: RoomName) => void asked.push(`close ${room}`),
  list: async () => new Set(),
  issueAccess: async (room: RoomName) => ({ url: '', token: room }),
} as Partial<VideoRooms> as VideoRooms;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  asked = [];
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
  citizen = await createWaitingCitizen(counter);
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  const { conversationId: id, participantId } = citizen;
  await inside(async ({ db }) => {
    await db.conversation.updateMany({
      where: { id },
      data: { ...admitted, clerkId: clerk.actor.staffMemberId },
    });
    await db.participant.updateMany({
      where: { id: participantId },
      data: { ...admitted, screenAsk: 'asked' },
    });
  });
});

const change = (channel: 'video' | 'phone', by: SeatedClerk = clerk) =>
  changeChannel({ clock: { now: () => Date.now() }, videoRooms }, by.actor, citizen.conversationId, channel);
const askAsClerk = () => giveClerkAccess({ videoRooms, iceServers: [] }, clerk.actor, citizen.conversationId);
const askAsCitizen = () => {
  const actor: VisitActor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
  return giveVisitorAccess({ videoRooms, iceServers: [], isNearFront: async () => false }, actor);
};
const readConversation = () =>
  inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id: citizen.conversationId } }));
const readEvents = (stream: string) =>
  inside(async ({ db }) => (await db.event.findMany({ where: { stream } })).map(({ type }) => type));

describe('a conversation that goes on by telephone', () => {
  test('has no room any more, and nobody gets a key to one; team and citizen are told', async () => {
    expect(await change('phone')).toEqual({ ok: true, value: null });
    expect(await readConversation()).toMatchObject({ channel: 'phone', state: 'admitted' });
    expect(asked).toEqual([`close ${citizen.roomName}`]);
    for (const give of [askAsClerk, askAsCitizen])
      expect(await give()).toEqual({ ok: false, failure: { code: 'byPhone' } });
    const lost = new Set([citizen.roomName]);
    expect(await reopenRooms(videoRooms, counter.organisation.id, { existing: new Set(), lost })).toBe(0);
    for (const stream of [`team:${counter.teamId}`, `appointment:${citizen.appointmentId}`])
      expect(await readEvents(stream)).toContain('conversation.channelChanged');
  });

  test('comes back to the picture in a new room, without an old question for a screen', async () => {
    await change('phone');
    await change('video');
    const { roomName, channel } = await readConversation();
    expect(channel).toBe('video');
    expect(roomName).not.toBe(citizen.roomName);
    expect(await askAsClerk()).toMatchObject({ ok: true, value: { roomName } });
    const screens = await inside(({ db }) => db.participant.findMany({ select: { screenAsk: true } }));
    expect(screens.every(({ screenAsk }) => screenAsk === null)).toBe(true);
  });

  test('is told once when it is said twice', async () => {
    await change('phone');
    expect(await change('phone')).toEqual({ ok: true, value: null });
    const told = await readEvents(`appointment:${citizen.appointmentId}`);
    expect(told.filter((type) => type === 'conversation.channelChanged')).toHaveLength(1);
  });

  test('is not said by a colleague, nor after the end', async () => {
    expect(await change('phone', await createSeatedClerk(counter))).toEqual({
      ok: false,
      failure: { code: 'notFound' },
    });
    const ended = { state: 'ended' as const, endedAt: new Date() };
    await inside(({ db }) =>
      db.conversation.updateMany({ where: { id: citizen.conversationId }, data: ended }),
    );
    expect(await change('phone')).toEqual({ ok: false, failure: { code: 'notFound' } });
    expect((await readConversation()).channel).toBe('video');
  });
});
