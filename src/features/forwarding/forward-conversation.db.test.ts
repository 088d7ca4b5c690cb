import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ForwardId, ParticipantId, RoomName, StaffMemberId } from '#journey/ids.ts';
import type { ForwardKind } from '#journey/live-views.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createParticipant } from '../../../prisma/factories/conversation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { answerForward } from './answer-forward.ts';
import { forwardConversation, listReceivers } from './forward-conversation.ts';

let counter: Counter;
let mieke: StaffActor;
let joris: StaffActor;
let citizen: WaitingCitizen;
let granted: string[];
const clock = { now: () => Date.now() };
const videoRooms = {
  grant: async (_room: RoomName, who: readonly ParticipantId[], rights: string) =>
    void granted.push(...who.map((id) => `${rights} to ${id}`)),
} as unknown as VideoRooms;
const tools = { clock, videoRooms };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

/** In conversation with this clerk. */
async function speakingWith(clerk: StaffActor): Promise<WaitingCitizen> {
  const waiting = await createWaitingCitizen(counter);
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  await inside(async ({ db }) => {
    const data = { ...admitted, clerkId: clerk.staffMemberId, seatId: clerk.seat?.id ?? null };
    await db.conversation.updateMany({ where: { id: waiting.conversationId }, data });
    await db.participant.updateMany({ where: { id: waiting.participantId }, data: admitted });
  });
  const own = { role: 'clerk' as const, staffMemberId: clerk.staffMemberId, ...admitted };
  await createParticipant(counter.organisation.id, waiting.conversationId, own);
  return waiting;
}

beforeEach(async () => {
  granted = [];
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter, { name: 'Mieke Verstraete' })).actor;
  joris = (await createSeatedClerk(counter, { name: 'Joris Maes' })).actor;
  citizen = await speakingWith(mieke);
});

const ask = (kind: ForwardKind, to: { teamId?: string; clerkId?: string | null } = {}, by = mieke) =>
  forwardConversation(tools, by, citizen.conversationId, {
    kind,
    teamId: to.teamId ?? counter.teamId,
    clerkId: to.clerkId === undefined ? joris.staffMemberId : to.clerkId,
    note: 'Kan jij de boete uitleggen?',
  });

async function asked(
  kind: ForwardKind,
  to: { teamId?: string; clerkId?: string | null } = {},
): Promise<ForwardId> {
  const result = await ask(kind, to);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const placeOf = (staffMemberId: StaffMemberId) =>
  inside(({ db }) =>
    db.participant.findFirst({ where: { staffMemberId, conversationId: citizen.conversationId } }),
  );
const conversation = () =>
  inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id: citizen.conversationId } }));
const stateOf = (id: ForwardId) => inside(({ db }) => db.forward.findFirstOrThrow({ where: { id } }));
const codeOf = (result: Awaited<ReturnType<typeof answerForward>>) =>
  result.ok ? 'done' : result.failure.code;

describe('a colleague who is asked to join', () => {
  test('comes in beside the clerk, who stays the one whose conversation it is, and leaves again', async () => {
    const id = await asked('consult');
    expect(codeOf(await answerForward(tools, joris, id, 'accept'))).toBe('done');
    const place = await placeOf(joris.staffMemberId);
    expect(place?.state).toBe('admitted');
    expect(granted).toEqual([`converseAndShare to ${place?.id}`]);
    expect((await conversation()).clerkId).toBe(mieke.staffMemberId);
    expect(codeOf(await answerForward(tools, joris, id, 'leave'))).toBe('done');
    expect((await placeOf(joris.staffMemberId))?.state).toBe('waiting');
    expect(granted.at(-1)).toBe(`observeNothing to ${place?.id}`);
    expect((await placeOf(mieke.staffMemberId))?.state).toBe('admitted');
  });

  test('is let go by who asked; nobody else can', async () => {
    const id = await asked('consult');
    await answerForward(tools, joris, id, 'accept');
    const stranger = (await createSeatedClerk(counter)).actor;
    for (const act of ['withdraw', 'leave', 'decline', 'accept'] as const)
      expect(codeOf(await answerForward(tools, stranger, id, act))).not.toBe('done');
    expect(codeOf(await answerForward(tools, mieke, id, 'withdraw'))).toBe('done');
    expect((await placeOf(joris.staffMemberId))?.state).toBe('waiting');
  });

  test('may say not now, which the asking clerk sees, and can be asked anew', async () => {
    const id = await asked('consult');
    expect(codeOf(await answerForward(tools, joris, id, 'decline'))).toBe('done');
    expect((await stateOf(id)).state).toBe('declined');
    expect((await ask('consult')).ok).toBe(true);
  });

  test('of another team comes in too, and that they may read this dossier is written down with its reason', async () => {
    const other = await createCounter(counter.organisation);
    const els = (await createSeatedClerk(other)).actor;
    const id = await asked('consult', { teamId: other.teamId, clerkId: null });
    expect(codeOf(await answerForward(tools, els, id, 'accept'))).toBe('done');
    const opened = await inside(({ db }) =>
      db.event.findMany({ where: { type: 'dossier.openedToOtherTeam' } }),
    );
    expect(opened).toMatchObject([{ payload: { reason: 'consult', forwardId: id, toTeamId: other.teamId } }]);
    const told = await inside(({ db }) => db.event.findMany({ where: { type: 'forward.taken' } }));
    expect(told.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining([
        `team:${counter.teamId}`,
        `team:${other.teamId}`,
        `appointment:${citizen.appointmentId}`,
      ]),
    );
    expect(JSON.stringify(told)).not.toContain('boete');
  });
});

describe('a conversation that is handed over', () => {
  test('is the colleague’s from then on, with one admission, and the first clerk is out', async () => {
    const before = await conversation();
    const id = await asked('handOver');
    expect(codeOf(await answerForward(tools, joris, id, 'accept'))).toBe('done');
    const after = await conversation();
    expect(after).toMatchObject({ clerkId: joris.staffMemberId, seatId: joris.seat?.id, state: 'admitted' });
    expect([after.admittedAt, after.roomName]).toEqual([before.admittedAt, before.roomName]);
    const [left, came] = [await placeOf(mieke.staffMemberId), await placeOf(joris.staffMemberId)];
    expect([left?.state, came?.state]).toEqual(['waiting', 'admitted']);
    expect(granted).toEqual([`observeNothing to ${left?.id}`, `converseAndShare to ${came?.id}`]);
    expect((await stateOf(id)).state).toBe('done');
  });

  test('belongs to the team of who took it', async () => {
    const other = await createCounter(counter.organisation);
    const els = (await createSeatedClerk(other)).actor;
    const id = await asked('handOver', { teamId: other.teamId, clerkId: els.staffMemberId });
    await answerForward(tools, els, id, 'accept');
    expect((await conversation()).teamId).toBe(other.teamId);
  });

  test('to a team is taken by one of those who try at once', async () => {
    const others = [
      joris,
      (await createSeatedClerk(counter)).actor,
      (await createSeatedClerk(counter)).actor,
    ];
    const id = await asked('handOver', { clerkId: null });
    const codes = await Promise.all(
      others.map(async (each) => codeOf(await answerForward(tools, each, id, 'accept'))),
    );
    expect(codes.toSorted()).toEqual(['done', 'gone', 'gone']);
  });

  test('can be taken back until it is taken: of the two, one wins', async () => {
    const id = await asked('handOver');
    const [back, taken] = await Promise.all([
      answerForward(tools, mieke, id, 'withdraw'),
      answerForward(tools, joris, id, 'accept'),
    ]);
    expect([codeOf(back), codeOf(taken)].filter((code) => code === 'done')).toHaveLength(1);
    const isJoris = (await conversation()).clerkId === joris.staffMemberId;
    expect(isJoris).toBe(codeOf(taken) === 'done');
  });

  test('is not for a colleague who speaks with somebody, and stays open then', async () => {
    const id = await asked('handOver');
    await speakingWith(joris);
    expect(codeOf(await answerForward(tools, joris, id, 'accept'))).toBe('alreadyInConversation');
    expect((await stateOf(id)).state).toBe('open');
  });

  test('is over with the conversation', async () => {
    const id = await asked('handOver');
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { id: citizen.conversationId },
        data: { state: 'ended', endedAt: new Date() },
      }),
    );
    expect(codeOf(await answerForward(tools, joris, id, 'accept'))).toBe('gone');
  });
});

describe('asking', () => {
  test('is for the clerk whose conversation it is, once at a time, and of somebody who is there', async () => {
    expect(await ask('consult', { clerkId: mieke.staffMemberId }, joris)).toMatchObject({
      failure: { code: 'notFound' },
    });
    const empty = await createCounter(counter.organisation);
    expect(await ask('consult', { teamId: empty.teamId, clerkId: null })).toMatchObject({
      failure: { code: 'nobodyThere' },
    });
    expect(await ask('consult', { clerkId: mieke.staffMemberId })).toMatchObject({
      failure: { code: 'nobodyThere' },
    });
    const both = await Promise.all([ask('consult'), ask('handOver')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'alreadyForwarded' } });
  });

  test('offers who sits at a seat of whatever team, and says who speaks', async () => {
    const { people } = await listReceivers(clock, joris, { language: 'nl', formOfAddress: 'u' });
    expect(people.map(({ name, isSpeaking }) => [name, isSpeaking])).toEqual([['Mieke Verstraete', true]]);
  });
});
