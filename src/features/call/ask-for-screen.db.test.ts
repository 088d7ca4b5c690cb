import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { answerScreenAsk, askForScreen } from './ask-for-screen.ts';

let counter: Counter;
let clerk: SeatedClerk;
let citizen: WaitingCitizen;
let visitor: VisitActor;
let granted: string[];

const tools = () => ({
  clock: { now: () => Date.now() },
  videoRooms: {
    grant: async (_room, _who, rights) => void granted.push(rights),
  } as Partial<VideoRooms> as VideoRooms,
});
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  granted = [];
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
  citizen = await createWaitingCitizen(counter);
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
});

async function admit(by: SeatedClerk = clerk): Promise<void> {
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  await inside(async ({ db }) => {
    await db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { ...admitted, clerkId: by.actor.staffMemberId },
    });
    await db.participant.updateMany({ where: { id: citizen.participantId }, data: admitted });
  });
}

const ask = (asks: boolean, by: SeatedClerk = clerk) => askForScreen(tools(), by.actor, citizen, asks);
const readAsk = () =>
  inside(async ({ db }) => {
    const { screenAsk } = await db.participant.findFirstOrThrow({ where: { id: citizen.participantId } });
    return screenAsk;
  });
const readEvents = (stream: string) =>
  inside(async ({ db }) =>
    (await db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ type }) => type),
  );

describe('the question to see a screen', () => {
  test('gives the right to share one, told to team and citizen, until it is taken back', async () => {
    await admit();
    expect(await ask(true)).toEqual({ ok: true, value: null });
    expect(await readAsk()).toBe('asked');
    expect(granted).toEqual(['converseAndShare']);
    for (const stream of [`team:${counter.teamId}`, `appointment:${citizen.appointmentId}`])
      expect(await readEvents(stream)).toContain('participant.screenAsked');
    await ask(false);
    expect(await readAsk()).toBeNull();
    expect(granted).toEqual(['converseAndShare', 'converse']);
  });

  test('cannot be put to somebody who is not inside, nor by a colleague', async () => {
    expect(await ask(true)).toEqual({ ok: false, failure: { code: 'notFound' } });
    await admit();
    const colleague = await createSeatedClerk(counter);
    expect(await ask(true, colleague)).toEqual({ ok: false, failure: { code: 'notFound' } });
    expect(await readAsk()).toBeNull();
    expect(granted).toEqual([]);
  });

  test.each([
    ['declined', 'declined'],
    ['unable', 'unable'],
    ['ended', null],
  ] as const)('that is answered with "%s" takes the right back', async (answer, kept) => {
    await admit();
    await ask(true);
    await answerScreenAsk(tools(), visitor, answer);
    expect(await readAsk()).toBe(kept);
    expect(granted).toEqual(['converseAndShare', 'converse']);
    expect(await readEvents(`team:${counter.teamId}`)).toContain('participant.screenAnswered');
  });

  test('is not answered before it was put', async () => {
    await admit();
    await answerScreenAsk(tools(), visitor, 'declined');
    expect(await readAsk()).toBeNull();
    expect(granted).toEqual([]);
  });
});
