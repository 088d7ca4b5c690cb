import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ConversationId, ParticipantId, RoomName } from '#journey/ids.ts';
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
import { admitAtDoor, expelGuest } from './mind-the-door.ts';
import type { SeatTools } from './seat-tools.ts';

/** Writes down what is asked of the video server; the real one is asked in the browser tests. */
function createRoomDiary() {
  const grants: { room: RoomName; identities: readonly ParticipantId[]; rights: RoomRights }[] = [];
  const opened: RoomName[] = [];
  const closed: RoomName[] = [];
  const rooms: Pick<VideoRooms, 'open' | 'close' | 'grant'> = {
    open: async (room) => void opened.push(room),
    close: async (room) => void closed.push(room),
    grant: async (room, identities, rights) => void grants.push({ room, identities, rights }),
  };
  const tools: SeatTools = { clock: { now: () => Date.now() }, videoRooms: rooms as VideoRooms };
  return { tools, grants, opened, closed };
}

let counter: Counter;
let mieke: SeatedClerk;
let jonas: SeatedClerk;

/** Clerks of their own for each test: who is in conversation cannot take anybody else. */
async function seatTwoClerks() {
  mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
}

beforeAll(async () => {
  counter = await createCounter();
  await seatTwoClerks();
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

const readConversation = (id: ConversationId) =>
  inside(({ db }) =>
    db.conversation.findFirstOrThrow({
      where: { id },
      include: { participants: { orderBy: { id: 'asc' } } },
    }),
  );

const readEventTypes = (stream: string) =>
  inside(async ({ db }) =>
    (await db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ type }) => type),
  );

describe('admitting a citizen', () => {
  test('gives both rights in the room at once, and tells the team and the citizen', async () => {
    await seatTwoClerks();
    const { tools, grants } = createRoomDiary();
    const citizen = await createWaitingCitizen(counter);
    const admitted = await admitCitizen(tools, mieke.actor, citizen.conversationId);
    const row = await readConversation(citizen.conversationId);
    const clerkPlace = row.participants.find(({ role }) => role === 'clerk');
    expect(admitted).toEqual({
      ok: true,
      value: {
        conversationId: citizen.conversationId,
        participantId: clerkPlace?.id,
        roomName: citizen.roomName,
        admitted: true,
      },
    });
    expect(row).toMatchObject({
      state: 'admitted',
      clerkId: mieke.actor.staffMemberId,
      seatId: mieke.seatId,
    });
    expect(row.participants.map(({ role, state }) => [role, state])).toEqual([
      ['citizen', 'admitted'],
      ['clerk', 'admitted'],
    ]);
    expect(grants).toEqual([
      { room: citizen.roomName, identities: [citizen.participantId], rights: 'converse' },
      { room: citizen.roomName, identities: [clerkPlace?.id], rights: 'converseAndShare' },
    ]);
    for (const stream of [`appointment:${citizen.appointmentId}`, `conversation:${citizen.conversationId}`])
      expect(await readEventTypes(stream)).toEqual(['conversation.admitted']);
    expect(await readEventTypes(`team:${counter.teamId}`)).toContain('conversation.admitted');
  });

  test('keeps the place that the clerk took in advance', async () => {
    await seatTwoClerks();
    const citizen = await createWaitingCitizen(counter);
    const prepared = await inside(({ db }) =>
      db.participant.create({
        data: {
          organisationId: counter.organisation.id,
          conversationId: citizen.conversationId,
          role: 'clerk',
          staffMemberId: mieke.actor.staffMemberId,
        },
      }),
    );
    const admitted = await admitCitizen(createRoomDiary().tools, mieke.actor, citizen.conversationId);
    expect(admitted).toMatchObject({ ok: true, value: { participantId: prepared.id } });
  });

  test('of two clerks at the same time has exactly one winner; the other hears who won', async () => {
    for (let round = 0; round < 20; round += 1) {
      await seatTwoClerks();
      const { tools, grants } = createRoomDiary();
      const citizen = await createWaitingCitizen(counter);
      const clerks = [mieke, jonas];
      const answers = await Promise.all(
        clerks.map(({ actor }) => admitCitizen(tools, actor, citizen.conversationId)),
      );
      const winner = clerks[answers.findIndex(({ ok }) => ok)];
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({
        ok: false,
        failure: { code: 'takenByColleague', clerkName: winner?.actor.name },
      });
      expect(grants).toHaveLength(2);
      expect((await readConversation(citizen.conversationId)).clerkId).toBe(winner?.actor.staffMemberId);
    }
  });

  test('may be said twice by the same clerk and happens once', async () => {
    await seatTwoClerks();
    const { tools, grants } = createRoomDiary();
    const citizen = await createWaitingCitizen(counter);
    const [first, second] = await Promise.all([
      admitCitizen(tools, mieke.actor, citizen.conversationId),
      admitCitizen(tools, mieke.actor, citizen.conversationId),
    ]);
    expect(first).toEqual(second);
    expect(first.ok).toBe(true);
    expect(grants.map(({ rights }) => rights)).toEqual(['converse', 'converseAndShare']);
    expect(await readEventTypes(`conversation:${citizen.conversationId}`)).toEqual(['conversation.admitted']);
  });

  test('is refused to a clerk who is in conversation, also when two windows do it at once', async () => {
    await seatTwoClerks();
    const { tools } = createRoomDiary();
    const one = await createWaitingCitizen(counter);
    const two = await createWaitingCitizen(counter);
    const three = await createWaitingCitizen(counter);
    const answers = await Promise.all(
      [one, two].map(({ conversationId }) => admitCitizen(tools, mieke.actor, conversationId)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([
      { ok: false, failure: { code: 'alreadyInConversation' } },
    ]);
    expect(await admitCitizen(tools, mieke.actor, three.conversationId)).toEqual({
      ok: false,
      failure: { code: 'alreadyInConversation' },
    });
    expect((await readConversation(three.conversationId)).state).toBe('waiting');
  });

  test('is refused when the citizen left, or when the node that held the connection died', async () => {
    await seatTwoClerks();
    const { tools, grants } = createRoomDiary();
    const gone = await createWaitingCitizen(counter, { present: false });
    expect(await admitCitizen(tools, mieke.actor, gone.conversationId)).toEqual({
      ok: false,
      failure: { code: 'notPresent' },
    });
    const ghost = await createWaitingCitizen(counter);
    const anHourLater: SeatTools = { ...tools, clock: { now: () => Date.now() + 3_601_000 } };
    expect(await admitCitizen(anHourLater, mieke.actor, ghost.conversationId)).toEqual({
      ok: false,
      failure: { code: 'notPresent' },
    });
    expect(grants).toEqual([]);
  });

  test('leaves companions at the door, and an earlier device without rights', async () => {
    await seatTwoClerks();
    const { tools, grants } = createRoomDiary();
    const citizen = await createWaitingCitizen(counter);
    const phone = await createPersonAtTheDoor(counter, citizen, { role: 'citizen' });
    await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'An Tolk' });
    await admitCitizen(tools, mieke.actor, citizen.conversationId);
    const { participants } = await readConversation(citizen.conversationId);
    const admitted = participants.filter(({ state, role }) => state === 'admitted' && role !== 'clerk');
    expect(admitted.map(({ id }) => id)).toEqual([phone.participantId]);
    expect(grants[0]?.identities).toEqual([phone.participantId]);
  });

  test('answers "not found" to another team, another organisation, and for what does not exist', async () => {
    const { tools, grants } = createRoomDiary();
    const citizen = await createWaitingCitizen(counter);
    const otherTeam = await createSeatedClerk(await createCounter(counter.organisation));
    const elsewhere = await createSeatedClerk(await createCounter());
    for (const { actor } of [otherTeam, elsewhere]) {
      expect(await admitCitizen(tools, actor, citizen.conversationId)).toEqual({
        ok: false,
        failure: { code: 'notFound' },
      });
    }
    const unknown = randomUUID() as ConversationId;
    expect(await admitCitizen(tools, jonas.actor, unknown)).toMatchObject({ failure: { code: 'notFound' } });
    const supervisor = await createSeatedClerk(counter, { roles: ['supervisor'] });
    expect(await admitCitizen(tools, supervisor.actor, citizen.conversationId)).toMatchObject({
      failure: { code: 'notFound' },
    });
    expect(grants).toEqual([]);
    expect((await readConversation(citizen.conversationId)).state).toBe('waiting');
  });

  test('holds though the video server cannot be reached: rights come with the next token', async () => {
    await seatTwoClerks();
    const { tools } = createRoomDiary();
    const citizen = await createWaitingCitizen(counter);
    const grant = () => Promise.reject(new Error('unreachable'));
    const failing: SeatTools = { ...tools, videoRooms: { ...tools.videoRooms, grant } };
    expect(await admitCitizen(failing, mieke.actor, citizen.conversationId)).toMatchObject({ ok: true });
    expect((await readConversation(citizen.conversationId)).state).toBe('admitted');
  });
});

describe('the door of a conversation', () => {
  async function speak(): Promise<WaitingCitizen> {
    await seatTwoClerks();
    const citizen = await createWaitingCitizen(counter);
    await admitCitizen(createRoomDiary().tools, mieke.actor, citizen.conversationId);
    return citizen;
  }
  const stateOf = async (citizen: WaitingCitizen, participantId: ParticipantId) =>
    (await readConversation(citizen.conversationId)).participants.find(({ id }) => id === participantId)
      ?.state;

  test('lets a companion into the same room', async () => {
    const citizen = await speak();
    const helper = await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'An' });
    const { tools, grants, opened } = createRoomDiary();
    const answer = await admitAtDoor(tools, mieke.actor, citizen.conversationId, helper.participantId);
    expect(answer).toEqual({ ok: true, value: null });
    expect(await stateOf(citizen, helper.participantId)).toBe('admitted');
    expect(grants).toEqual([
      { room: citizen.roomName, identities: [helper.participantId], rights: 'converse' },
    ]);
    expect(opened).toEqual([]);
    expect((await readConversation(citizen.conversationId)).roomName).toBe(citizen.roomName);
    expect(await readEventTypes(`appointment:${citizen.appointmentId}`)).toContain('participant.admitted');
  });

  test("renews the room for the citizen's new device, so that the old one is out", async () => {
    const citizen = await speak();
    const phone = await createPersonAtTheDoor(counter, citizen, { role: 'citizen' });
    const { tools, opened, closed } = createRoomDiary();
    await admitAtDoor(tools, mieke.actor, citizen.conversationId, phone.participantId);
    const { roomName } = await readConversation(citizen.conversationId);
    expect(roomName).not.toBe(citizen.roomName);
    expect({ opened, closed }).toEqual({ opened: [roomName], closed: [citizen.roomName] });
    expect(await stateOf(citizen, phone.participantId)).toBe('admitted');
    expect(await stateOf(citizen, citizen.participantId)).toBe('waiting');
  });

  test('renews the room when somebody is put out, and closes the old one', async () => {
    const citizen = await speak();
    const helper = await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'An' });
    await admitAtDoor(createRoomDiary().tools, mieke.actor, citizen.conversationId, helper.participantId);
    const { tools, opened, closed } = createRoomDiary();
    const answer = await expelGuest(tools, mieke.actor, citizen.conversationId, helper.participantId);
    expect(answer).toEqual({ ok: true, value: null });
    const { roomName } = await readConversation(citizen.conversationId);
    expect({ opened, closed }).toEqual({ opened: [roomName], closed: [citizen.roomName] });
    expect(await stateOf(citizen, helper.participantId)).toBe('waiting');
    expect(await stateOf(citizen, citizen.participantId)).toBe('admitted');
    const again = await expelGuest(tools, mieke.actor, citizen.conversationId, helper.participantId);
    expect(again).toEqual({ ok: false, failure: { code: 'notThere' } });
  });

  test('leaves exactly one room when several changes of it cross', async () => {
    const citizen = await speak();
    const helpers = await Promise.all(
      ['An', 'Bo', 'Cas'].map((companionName) =>
        createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName }),
      ),
    );
    for (const { participantId } of helpers)
      await admitAtDoor(createRoomDiary().tools, mieke.actor, citizen.conversationId, participantId);
    const { tools, opened, closed } = createRoomDiary();
    await Promise.all(
      helpers.map(({ participantId }) =>
        expelGuest(tools, mieke.actor, citizen.conversationId, participantId),
      ),
    );
    const { roomName } = await readConversation(citizen.conversationId);
    expect(opened.filter((room) => !closed.includes(room))).toEqual([roomName]);
    expect(closed).toContain(citizen.roomName);
  });

  test('is minded by the clerk of the conversation alone', async () => {
    const citizen = await speak();
    const helper = await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'An' });
    const { tools, grants } = createRoomDiary();
    const elsewhere = await createSeatedClerk(await createCounter());
    for (const { actor } of [jonas, elsewhere]) {
      expect(await admitAtDoor(tools, actor, citizen.conversationId, helper.participantId)).toEqual({
        ok: false,
        failure: { code: 'notFound' },
      });
      expect(await expelGuest(tools, actor, citizen.conversationId, citizen.participantId)).toEqual({
        ok: false,
        failure: { code: 'notFound' },
      });
    }
    expect(grants).toEqual([]);
  });

  test('does not open for a clerk, for somebody of another conversation, or for a device that yielded', async () => {
    const citizen = await speak();
    const other = await createWaitingCitizen(counter);
    const { tools, grants } = createRoomDiary();
    const { participants } = await readConversation(citizen.conversationId);
    const clerkPlace = participants.find(({ role }) => role === 'clerk')?.id as ParticipantId;
    await expelGuest(tools, mieke.actor, citizen.conversationId, citizen.participantId);
    await createPersonAtTheDoor(counter, citizen, { role: 'citizen' });
    for (const participantId of [clerkPlace, other.participantId, citizen.participantId]) {
      expect(await admitAtDoor(tools, mieke.actor, citizen.conversationId, participantId)).toEqual({
        ok: false,
        failure: { code: 'notThere' },
      });
    }
    expect(await expelGuest(tools, mieke.actor, citizen.conversationId, clerkPlace)).toEqual({
      ok: false,
      failure: { code: 'notThere' },
    });
    expect(grants).toEqual([]);
  });
});
