import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { answerStillAsk, askForStill, readStillAsk } from './ask-for-still.ts';

let counter: Counter;
let clerk: SeatedClerk;
let citizen: WaitingCitizen;
let visitor: VisitActor;

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
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

const clock = { now: () => Date.now() };
const readGuest = () =>
  inside(({ db }) => db.participant.findFirstOrThrow({ where: { id: citizen.participantId } }));
const readEvents = (stream: string) =>
  inside(async ({ db }) =>
    (await db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ type }) => type),
  );
const done = { ok: true, value: null };
const notFound = { ok: false, failure: { code: 'notFound' } };

const purpose = 'De achterkant van uw kaart';

describe('the question for a photo', () => {
  test('stands for the citizen until one was sent, which team and citizen are told', async () => {
    await admit();
    expect(await askForStill(clock, clerk.actor, citizen, ` ${purpose} `)).toEqual(done);
    expect(await readStillAsk(visitor)).toBe(purpose);
    await answerStillAsk(clock, visitor, 'sent');
    expect(await readStillAsk(visitor)).toBeNull();
    expect(await readGuest()).toMatchObject({ stillAskedFor: null, stillDeclinedAt: null });
    for (const stream of [`team:${counter.teamId}`, `appointment:${citizen.appointmentId}`])
      expect(await readEvents(stream)).toEqual(
        expect.arrayContaining(['participant.stillAsked', 'participant.stillAnswered']),
      );
  });

  test('that was declined takes no photo in any more, until it is asked anew', async () => {
    await admit();
    await askForStill(clock, clerk.actor, citizen, purpose);
    await answerStillAsk(clock, visitor, 'declined');
    expect(await readStillAsk(visitor)).toBeNull();
    expect((await readGuest()).stillDeclinedAt).not.toBeNull();
    await askForStill(clock, clerk.actor, citizen, purpose);
    expect(await readStillAsk(visitor)).toBe(purpose);
    await askForStill(clock, clerk.actor, citizen, null);
    expect(await readStillAsk(visitor)).toBeNull();
  });

  test('is put to nobody who is not inside, by no colleague, and never without saying of what', async () => {
    expect(await askForStill(clock, clerk.actor, citizen, purpose)).toEqual(notFound);
    await admit();
    const colleague = await createSeatedClerk(counter);
    expect(await askForStill(clock, colleague.actor, citizen, purpose)).toEqual(notFound);
    expect(await askForStill(clock, clerk.actor, citizen, '  ')).toEqual({
      ok: false,
      failure: { code: 'empty' },
    });
    await answerStillAsk(clock, visitor, 'sent');
    expect(await readStillAsk(visitor)).toBeNull();
  });
});
