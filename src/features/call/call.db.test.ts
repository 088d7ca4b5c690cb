import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type {
  AppointmentId,
  ConversationId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  VisitId,
} from '#journey/ids.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { createPresence } from '../../../prisma/factories/conversation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { giveClerkAccess } from './give-clerk-access.ts';
import { giveVisitorAccess } from './give-visitor-access.ts';
import { reopenRooms } from './reopen-rooms.ts';
import { settleClerkRights, settleVisitorRights } from './settle-rights.ts';

/** A video server that writes down what is asked of it. */
function recordingRooms() {
  const asked: string[] = [];
  const rooms: VideoRooms = {
    open: async (room) => void asked.push(`open ${room}`),
    close: async (room) => void asked.push(`close ${room}`),
    grant: async (room, who, rights) => void asked.push(`grant ${rights} to ${who} in ${room}`),
    list: async () => new Set(),
    issueAccess: async (room, identity, rights, name) => ({
      url: 'ws://video',
      token: JSON.stringify({ room, identity, rights, name }),
    }),
  };
  return { asked, rooms };
}

let counter: Counter;
let clerk: StaffActor;
let citizen: WaitingCitizen;
let visitor: VisitActor;
const room = () => citizen.roomName;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  clerk = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter, { present: false });
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
});

async function arrive(): Promise<void> {
  const { organisation, teamId, nodeId } = counter;
  await createPresence(organisation.id, { visitId: citizen.visitId, teamId, nodeId });
}

async function admit(by: StaffMemberId): Promise<void> {
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  const { conversationId: id, participantId } = citizen;
  await inside(async ({ db }) => {
    await db.conversation.updateMany({ where: { id }, data: { ...admitted, clerkId: by } });
    await db.participant.updateMany({ where: { id: participantId }, data: admitted });
  });
}

async function end(): Promise<void> {
  const data = { state: 'ended' as const, endedAt: new Date() };
  await inside(({ db }) => db.conversation.updateMany({ where: { id: citizen.conversationId }, data }));
}

async function askAsVisitor(actor: VisitActor, { near = true, rooms = recordingRooms().rooms } = {}) {
  const means = { videoRooms: rooms, isNearFront: async () => near, iceServers: [] };
  return tokenOf(await giveVisitorAccess(means, actor));
}

async function askAsClerk(actor: StaffActor, id = citizen.conversationId, { rooms } = recordingRooms()) {
  return tokenOf(await giveClerkAccess({ videoRooms: rooms, iceServers: [] }, actor, id));
}

type TokenFacts = { room: RoomName; identity: ParticipantId; rights: RoomRights; name: string };
function tokenOf(given: Awaited<ReturnType<typeof giveVisitorAccess>>): TokenFacts | string {
  return given.ok ? (JSON.parse(given.value.token) as TokenFacts) : given.failure.code;
}

describe('a citizen gets a token', () => {
  test('without rights while waiting near the front, for a room that was made first', async () => {
    const { asked, rooms } = recordingRooms();
    expect(await askAsVisitor(visitor, { rooms })).toMatchObject({
      room: room(),
      identity: citizen.participantId,
      rights: 'observeNothing',
    });
    expect(asked).toEqual([`open ${room()}`]);
  });

  test('not at all further back, before arriving, or of another appointment', async () => {
    expect(await askAsVisitor(visitor, { near: false })).toBe('notYet');
    const stranger = {
      ...visitor,
      visitId: randomUUID() as VisitId,
      appointmentId: randomUUID() as AppointmentId,
    };
    expect(await askAsVisitor(stranger)).toBe('notYet');
  });

  test('to converse after admission, also from further back', async () => {
    await admit(clerk.staffMemberId);
    expect(await askAsVisitor(visitor, { near: false })).toMatchObject({ rights: 'converse' });
  });

  test('no more after the end, and no room is made for it', async () => {
    await admit(clerk.staffMemberId);
    await end();
    const { asked, rooms } = recordingRooms();
    expect(await askAsVisitor(visitor, { rooms })).toBe('ended');
    expect(asked).toEqual([]);
  });

  test('no more when the end comes while the room is being made: the room is closed again', async () => {
    await admit(clerk.staffMemberId);
    const { asked, rooms } = recordingRooms();
    const slowRooms = { ...rooms, open: async (name: RoomName) => rooms.open(name).then(end) };
    expect(await askAsVisitor(visitor, { rooms: slowRooms })).toBe('ended');
    expect(asked).toEqual([`open ${room()}`, `close ${room()}`]);
  });
});

describe('a clerk gets a token', () => {
  test('unseen while the citizen waits, as the same participant as after admission', async () => {
    const before = await askAsClerk(clerk);
    expect(before).toMatchObject({ rights: 'readyHidden', room: room(), name: clerk.name });
    await admit(clerk.staffMemberId);
    expect(await askAsClerk(clerk)).toEqual({ ...(before as TokenFacts), rights: 'converseAndShare' });
  });

  test('not for a conversation that a colleague took', async () => {
    await admit((await createSeatedClerk(counter)).actor.staffMemberId);
    expect(await askAsClerk(clerk)).toBe('taken');
  });

  test('not for another team, another organisation or nothing: all look the same', async () => {
    const otherCounter = await createCounter(counter.organisation);
    const otherTeam = (await createSeatedClerk(otherCounter)).actor;
    const elsewhere = { ...clerk, organisationId: (await createCounter()).organisation.id };
    expect(await askAsClerk(otherTeam)).toBe('unknown');
    expect(await askAsClerk(elsewhere)).toBe('unknown');
    expect(await askAsClerk(clerk, randomUUID() as ConversationId)).toBe('unknown');
  });
});

describe('rights that missed their target', () => {
  test('are given again as the database says', async () => {
    const { asked, rooms } = recordingRooms();
    const means = { videoRooms: rooms, isNearFront: async () => true };
    expect(await settleVisitorRights(means, visitor)).toEqual({ ok: true, value: 'observeNothing' });
    await admit(clerk.staffMemberId);
    expect(await settleVisitorRights(means, visitor)).toEqual({ ok: true, value: 'converse' });
    expect(await settleClerkRights(means, clerk, citizen.conversationId)).toEqual({
      ok: true,
      value: 'converseAndShare',
    });
    expect(asked.slice(0, 2)).toEqual([
      `grant observeNothing to ${citizen.participantId} in ${room()}`,
      `grant converse to ${citizen.participantId} in ${room()}`,
    ]);
  });

  test('are not given after the end', async () => {
    await end();
    const { asked, rooms } = recordingRooms();
    const means = { videoRooms: rooms, isNearFront: async () => true };
    expect(await settleVisitorRights(means, visitor)).toEqual({ ok: false, failure: { code: 'ended' } });
    expect(asked).toEqual([]);
  });
});

describe('rooms that the video server lost', () => {
  const none: ReadonlySet<RoomName> = new Set();
  const reopen = (rooms: VideoRooms, { existing = none, lost = none }) =>
    reopenRooms(rooms, counter.organisation.id, { existing, lost });

  test('are made again for who is in conversation, and for nobody else', async () => {
    const { asked, rooms } = recordingRooms();
    expect(await reopen(rooms, {})).toBe(0);
    await admit(clerk.staffMemberId);
    expect(await reopen(rooms, {})).toBe(1);
    expect(asked).toEqual([`open ${room()}`]);
    await end();
    expect(await reopen(rooms, { lost: new Set([room()]) })).toBe(0);
  });

  test('are made again for who waits and had one, but not before', async () => {
    const { asked, rooms } = recordingRooms();
    const lost = new Set([room()]);
    expect(await reopen(rooms, { lost })).toBe(0);
    await arrive();
    expect(await reopen(rooms, {})).toBe(0);
    expect(await reopen(rooms, { lost })).toBe(1);
    expect(asked).toEqual([`open ${room()}`]);
  });

  test('are left alone when they are there', async () => {
    await admit(clerk.staffMemberId);
    const { asked, rooms } = recordingRooms();
    expect(await reopen(rooms, { existing: new Set([room()]) })).toBe(0);
    expect(asked).toEqual([]);
  });
});
