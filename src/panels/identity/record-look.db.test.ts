import { beforeEach, describe, expect, test } from 'vitest';
import { readLevel } from '#db/assurance.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { recordLook } from './record-look.ts';

let counter: Counter;
let mieke: StaffActor;
let citizen: WaitingCitizen;
let id: RequestId;
const clock = { now: () => 1_764_000_000_000 };

const ask = (settings: object = { level: 'substantial', mayBeShown: true }) =>
  createRequest(
    counter.organisation.id,
    { appointmentId: citizen.appointmentId, serviceId: counter.serviceId },
    { settings },
  );

beforeEach(async () => {
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter);
  id = (await ask()).id;
  await withOrganisation(counter.organisation.id, ({ db }) =>
    db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { state: 'admitted', clerkId: mieke.staffMemberId, admittedAt: new Date() },
    }),
  );
});

const look = async (by = mieke, over: Partial<Parameters<typeof recordLook>[3]> = {}, which = id) => {
  const result = await recordLook(clock, by, which, { means: 'card', name: 'Sofie Maes', ...over });
  return result.ok ? 'done' : result.failure.code;
};
const level = () =>
  withOrganisation(counter.organisation.id, (scope) =>
    readLevel(scope, { appointmentId: citizen.appointmentId, companionVisitId: null }),
  );

describe('a clerk’s look at a card', () => {
  test('counts as shown, says who looked, and settles the request', async () => {
    expect(await look()).toBe('done');
    expect(await level()).toBe('shown');
    expect(await look()).toBe('settled');
    const row = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.identification.findFirst({ where: { requestId: id } }),
    );
    expect(row).toMatchObject({ lookedById: mieke.staffMemberId, method: 'card', provider: 'clerk' });
  });

  test('is nothing that a colleague can record, nor for a service that does not state it', async () => {
    expect(await look((await createSeatedClerk(counter)).actor)).toBe('notFound');
    const strict = await createWaitingCitizen(counter);
    expect(
      await look(
        mieke,
        {},
        (
          await createRequest(counter.organisation.id, {
            appointmentId: strict.appointmentId,
            serviceId: counter.serviceId,
          })
        ).id,
      ),
    ).toBe('notFound');
    expect(await look(mieke, {}, (await ask({ level: 'high' })).id)).toBe('notStated');
    expect(await level()).toBe('none');
  });

  test('may be control questions where the service has them, when all were answered well', async () => {
    expect(await look(mieke, { means: 'questions', answered: 2 })).toBe('notStated');
    const controlQuestions = [{ nl: 'Waar woonde u hiervoor?' }, { nl: 'Wie woont er bij u?' }];
    const { id: asked } = await ask({ level: 'high', controlQuestions });
    expect(await look(mieke, {}, asked)).toBe('notStated');
    expect(await look(mieke, { means: 'questions' }, asked)).toBe('notAnswered');
    expect(await look(mieke, { means: 'questions', answered: 1 }, asked)).toBe('notAnswered');
    expect(await level()).toBe('none');
    expect(await look(mieke, { means: 'questions', answered: 2 }, asked)).toBe('done');
    expect(await level()).toBe('shown');
    const row = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.identification.findFirst({ where: { requestId: asked } }),
    );
    expect(row).toMatchObject({ method: 'questions', evidence: { questions: 2 } });
  });

  test('needs the name that was seen', async () => {
    expect(await look(mieke, { name: '  ' })).toBe('nameMissing');
    expect(await level()).toBe('none');
  });
});
