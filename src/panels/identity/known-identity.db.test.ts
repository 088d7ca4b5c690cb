import { beforeEach, describe, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
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
import { judgeName } from './judge-name.ts';
import { sealNumber } from './national-number.ts';
import { openNumber } from './open-number.ts';

const clock = { now: () => 1_764_000_000_000 };
const sealing = createAesSealing(() => 'a secret of the server that only tests know');
const digits = '85073003328';
let counter: Counter;
let mieke: StaffActor;
let jonas: StaffActor;
let citizen: WaitingCitizen;
let id: RequestId;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  [mieke, jonas] = [(await createSeatedClerk(counter)).actor, (await createSeatedClerk(counter)).actor];
  citizen = await createWaitingCitizen(counter);
  const { appointmentId, conversationId } = citizen;
  const organisationId = counter.organisation.id;
  const about = { appointmentId, serviceId: counter.serviceId };
  id = (await createRequest(organisationId, about, { state: 'fulfilled', settledAt: new Date() })).id;
  const number = sealNumber(
    sealing,
    { organisationId, requestId: id },
    { kind: 'rijksregisternummer', digits },
  );
  await inside(async ({ db }) => {
    const running = { state: 'admitted', clerkId: mieke.staffMemberId, admittedAt: new Date() } as const;
    await db.conversation.updateMany({ where: { id: conversationId }, data: running });
    await db.identification.create({
      data: {
        organisationId,
        requestId: id,
        visitId: citizen.visitId,
        level: 'high',
        provider: 'itsme',
        method: 'app',
        name: 'Jan Peeters',
        numberEncrypted: number?.sealed ?? null,
        numberMasked: number?.masked ?? null,
        identifiedAt: new Date(),
        evidence: {},
      },
    });
  });
});

const judge = async (isSamePerson: boolean, because = 'Haar man gebruikt dezelfde app.', by = mieke) => {
  const judged = await judgeName(clock, by, id, { isSamePerson, because });
  return judged.ok ? 'done' : judged.failure.code;
};
const open = async (by = mieke) => {
  const opened = await openNumber({ clock, sealing }, by, id, 'lookUp');
  return opened.ok ? opened.value.digits : opened.failure.code;
};
const level = () =>
  inside((scope) => readLevel(scope, { appointmentId: citizen.appointmentId, companionVisitId: null }));
const events = () =>
  inside(async ({ db }) => {
    const rows = await db.event.findMany({ where: { stream: `appointment:${citizen.appointmentId}` } });
    return rows.filter(({ type }) => type.startsWith('identification.'));
  });

describe('a name that is another than the appointment’s', () => {
  test('is found to be somebody else: then nothing counts, and why is kept without numbers', async () => {
    expect(await level()).toBe('high');
    expect(await judge(false, 'Zij zegt 85.07.30-033.28, dat is een ander.')).toBe('done');
    expect(await level()).toBe('none');
    expect(await open()).toBe('notFound');
    const row = await inside(({ db }) => db.identification.findFirst({ where: { requestId: id } }));
    expect(row).toMatchObject({ isSamePerson: false, judgedById: mieke.staffMemberId });
    expect(row?.judgedBecause).toBe('Zij zegt ••.••.••-•••.••, dat is een ander.');
    expect((await events()).map(({ type }) => type)).toEqual(['identification.judged']);
  });

  test('is found to be the same person after all, which counts again', async () => {
    await judge(false);
    expect(await judge(true, 'Zij heet nu zo, na haar huwelijk.')).toBe('done');
    expect(await level()).toBe('high');
  });

  test('is judged by who talks with them alone, and with a reason', async () => {
    expect(await judge(false, '  ')).toBe('reasonMissing');
    expect(await judge(false, 'Zomaar', jonas)).toBe('notFound');
    expect(await level()).toBe('high');
  });
});

describe('a national number', () => {
  test('is shown whole to who talks with them, and that it was is logged with why, without the number', async () => {
    expect(await open()).toBe(digits);
    const [event] = await events();
    expect(event).toMatchObject({
      type: 'identification.numberOpened',
      payload: { requestId: id, reason: 'lookUp' },
    });
    expect(JSON.stringify(event)).not.toContain(digits);
  });

  test('is shown to no colleague, and to nobody once the conversation is over', async () => {
    expect(await open(jonas)).toBe('notFound');
    await inside(({ db }) => db.conversation.updateMany({ data: { state: 'ended', endedAt: new Date() } }));
    expect(await open()).toBe('notFound');
    expect(await events()).toEqual([]);
  });
});
