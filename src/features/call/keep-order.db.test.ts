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
import { readWarning, reportMisconduct, stopPicture, warnGuest } from './keep-order.ts';

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

const clock = { now: () => Date.now() };
const readGuest = () =>
  inside(({ db }) => db.participant.findFirstOrThrow({ where: { id: citizen.participantId } }));
const readEvents = (stream: string) =>
  inside(async ({ db }) =>
    (await db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ type }) => type),
  );
const done = { ok: true, value: null };
const notFound = { ok: false, failure: { code: 'notFound' } };

describe('a warning', () => {
  test('stands until it is read, which team and citizen are told', async () => {
    await admit();
    expect(await warnGuest(clock, clerk.actor, citizen, 'insult')).toEqual(done);
    expect(await readGuest()).toMatchObject({ warnedFor: 'insult', warningReadAt: null });
    await readWarning(clock, visitor);
    expect((await readGuest()).warningReadAt).not.toBeNull();
    for (const stream of [`team:${counter.teamId}`, `appointment:${citizen.appointmentId}`])
      expect(await readEvents(stream)).toEqual(
        expect.arrayContaining(['participant.warned', 'participant.warningRead']),
      );
  });

  test('given again has to be read again', async () => {
    await admit();
    await warnGuest(clock, clerk.actor, citizen, 'insult');
    await readWarning(clock, visitor);
    await warnGuest(clock, clerk.actor, citizen, 'threat');
    expect(await readGuest()).toMatchObject({ warnedFor: 'threat', warningReadAt: null });
  });

  test('is for who is inside with this clerk alone', async () => {
    expect(await warnGuest(clock, clerk.actor, citizen, 'other')).toEqual(notFound);
    await admit();
    const colleague = await createSeatedClerk(counter);
    expect(await warnGuest(clock, colleague.actor, citizen, 'other')).toEqual(notFound);
    await readWarning(clock, visitor);
    expect(await readGuest()).toMatchObject({ warnedFor: null, warningReadAt: null });
  });
});

describe('a picture that is stopped', () => {
  test('takes the right to be seen and to share away at the video server, and gives it back', async () => {
    await admit();
    await inside(({ db }) =>
      db.participant.updateMany({ where: { id: citizen.participantId }, data: { screenAsk: 'asked' } }),
    );
    expect(await stopPicture(tools(), clerk.actor, citizen, 'indecent')).toEqual(done);
    expect(await readGuest()).toMatchObject({ pictureStoppedFor: 'indecent', screenAsk: null });
    expect(await stopPicture(tools(), clerk.actor, citizen, null)).toEqual(done);
    expect(granted).toEqual(['converseUnseen', 'converse']);
  });

  test('is not stopped by a colleague', async () => {
    await admit();
    const colleague = await createSeatedClerk(counter);
    expect(await stopPicture(tools(), colleague.actor, citizen, 'other')).toEqual(notFound);
    expect(granted).toEqual([]);
  });
});

describe('a report', () => {
  test('is kept in the clerk’s words, and goes with the appointment', async () => {
    await admit();
    const said = { kind: 'threat' as const, words: ' Dreigde. ' };
    expect(await reportMisconduct(clock, clerk.actor, citizen.conversationId, said)).toEqual(done);
    const read = () => inside(({ db }) => db.misconductReport.findMany());
    expect(await read()).toMatchObject([{ kind: 'threat', words: 'Dreigde.' }]);
    await inside(({ db }) => db.appointment.deleteMany({ where: { id: citizen.appointmentId } }));
    expect(await read()).toEqual([]);
  });

  test('is of one’s own running conversation', async () => {
    const said = { kind: 'threat' as const, words: 'x' };
    expect(await reportMisconduct(clock, clerk.actor, citizen.conversationId, said)).toEqual(notFound);
  });
});
