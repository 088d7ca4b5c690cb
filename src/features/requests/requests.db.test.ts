import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expireRequests, moveRequest } from '#db/requests.ts';
import { type StaffActor, systemActor, type VisitActor } from '#journey/actor.ts';
import type { RequestId, RequestStatementId } from '#journey/ids.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createRequestStatement } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { type Answer, answerRequest, readVisitorRequest, readVisitorRequests } from './answer-request.ts';
import { askRequest, withdrawRequest } from './ask-request.ts';
import { readSeatRequests } from './read-seat-requests.ts';

let counter: Counter;
let mieke: StaffActor;
let citizen: WaitingCitizen;
let statementId: RequestStatementId;
const clock = { now: () => 1_764_000_000_000 };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter);
  statementId = (await createRequestStatement(counter.organisation.id, counter.serviceId)).id;
});

const visitor = (over: Partial<VisitActor> = {}): VisitActor => ({
  kind: 'visitor',
  organisationId: counter.organisation.id,
  visitId: citizen.visitId,
  appointmentId: citizen.appointmentId,
  role: 'citizen',
  ...over,
});
const ask = (by = mieke, over: Partial<Parameters<typeof askRequest>[3]> = {}) =>
  askRequest(clock, by, citizen.appointmentId, { statementId, companionVisitId: null, ...over });

async function asked(...args: Parameters<typeof ask>): Promise<RequestId> {
  const result = await ask(...args);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.id;
}

const codeOf = (result: { ok: boolean; failure?: { code: string } }) =>
  result.ok ? 'done' : result.failure?.code;
const answer = async (id: RequestId, said: Answer, by = visitor()) =>
  codeOf(await answerRequest(clock, by, id, said));
const stateOf = async (id: RequestId) =>
  (await inside(({ db }) => db.request.findFirst({ where: { id } })))?.state;

describe('a request', () => {
  test('is seen by who is asked with why, on what basis and how long, and by the clerk with how far it is', async () => {
    const id = await asked();
    const [seen] = await readVisitorRequests(visitor());
    expect(seen).toMatchObject({ id, kind: 'identify', state: 'sent', isMandatory: true, keptDays: 30 });
    expect(seen?.purpose.nl).toMatch(/zeker/);
    expect(await answer(id, { what: 'open' })).toBe('done');
    const atSeat = await readSeatRequests(mieke, citizen.appointmentId);
    expect(atSeat).toMatchObject({
      ok: true,
      value: { level: 'none', identity: null, requests: [{ id, state: 'opened', companion: null }] },
    });
  });

  test('tells seat and page by events of ids and codes alone', async () => {
    const id = await asked();
    await answer(id, { what: 'decline', because: 'Ik heet Sofie Maes' });
    const events = await inside(({ db }) =>
      db.event.findMany({
        where: { stream: `appointment:${citizen.appointmentId}` },
        orderBy: { number: 'asc' },
      }),
    );
    expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: 'request.sent', payload: { requestId: id, kind: 'identify' } },
      { type: 'request.declined', payload: { requestId: id, kind: 'identify' } },
    ]);
  });

  test('cannot be asked that no service of the appointment states', async () => {
    const elsewhere = await createCounter(counter.organisation);
    const { id } = await createRequestStatement(elsewhere.organisation.id, elsewhere.serviceId);
    expect(codeOf(await ask(mieke, { statementId: id }))).toBe('notFound');
  });

  test('cannot be asked of who was not identified as well as it needs', async () => {
    const { id } = await createRequestStatement(counter.organisation.id, counter.serviceId, {
      position: 2,
      minimumLevel: 'substantial',
    });
    expect(codeOf(await ask(mieke, { statementId: id }))).toBe('levelTooLow');
    const identification = await asked();
    await identify(identification, 'substantial');
    expect(codeOf(await ask(mieke, { statementId: id }))).toBe('done');
  });

  test('is asked once at a time, also by two clerks at once', async () => {
    const colleague = (await createSeatedClerk(counter)).actor;
    const answers = await Promise.all([ask(), ask(colleague), ask(), ask(colleague)]);
    expect(answers.map(codeOf).sort()).toEqual(['asked', 'asked', 'asked', 'done']);
  });

  test('can be asked again once the last one is settled', async () => {
    await answer(await asked(), { what: 'decline', because: '' });
    expect(codeOf(await ask())).toBe('done');
  });

  test('is none of the business of another team, another appointment or a third person', async () => {
    const id = await asked();
    const stranger = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(codeOf(await ask(stranger))).toBe('notFound');
    expect(codeOf(await withdrawRequest(clock, stranger, citizen.appointmentId, id))).toBe('notFound');
    const other = await createWaitingCitizen(counter);
    const { appointmentId, visitId } = other;
    expect(await answer(id, { what: 'open' }, visitor({ appointmentId, visitId }))).toBe('notFound');
    expect(codeOf(await withdrawRequest(clock, mieke, appointmentId, id))).toBe('notFound');
    const { id: companion } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      role: 'companion',
      companionName: 'Nadia Haddad',
    });
    const carer = visitor({ visitId: companion, role: 'companion' });
    expect(await readVisitorRequests(carer)).toEqual([]);
    expect(await readVisitorRequest(carer, id)).toBeNull();
    expect(await answer(id, { what: 'decline', because: '' }, carer)).toBe('notFound');
  });

  test('of a third person is theirs, and not the citizen’s', async () => {
    const { id: companionVisitId } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      role: 'companion',
      companionName: 'Nadia Haddad',
    });
    const id = await asked(mieke, { companionVisitId });
    expect(await readVisitorRequests(visitor())).toEqual([]);
    const theirs = await readVisitorRequests(visitor({ visitId: companionVisitId, role: 'companion' }));
    expect(theirs.map((request) => request.id)).toEqual([id]);
  });

  test('that was put aside waits, and is taken up again', async () => {
    const id = await asked();
    await answer(id, { what: 'postpone' });
    expect(await readVisitorRequests(visitor())).toMatchObject([{ id, isPostponed: true }]);
    await answer(id, { what: 'takeUp' });
    expect(await readVisitorRequests(visitor())).toMatchObject([{ id, isPostponed: false }]);
  });

  test('that was declined keeps the reason without its numbers, and twice is once', async () => {
    const id = await asked();
    const said = { what: 'decline', because: 'Mijn nummer is 85.07.30-033.28' } as const;
    expect(await answer(id, said)).toBe('done');
    expect(await answer(id, said)).toBe('done');
    const row = await inside(({ db }) => db.request.findFirst({ where: { id } }));
    expect(row).toMatchObject({ state: 'declined', declinedBecause: 'Mijn nummer is ••.••.••-•••.••' });
    expect(await answer(id, { what: 'postpone' })).toBe('settled');
  });

  test('that was withdrawn is gone for who was asked, who is told so', async () => {
    const id = await asked();
    expect(codeOf(await withdrawRequest(clock, mieke, citizen.appointmentId, id))).toBe('done');
    expect(await readVisitorRequests(visitor())).toEqual([]);
    expect(await readVisitorRequest(visitor(), id)).toMatchObject({ state: 'withdrawn' });
    expect(codeOf(await withdrawRequest(clock, mieke, citizen.appointmentId, id))).toBe('settled');
  });

  test('that is open when it is all over expires, and none is asked any more', async () => {
    const id = await asked();
    await inside((scope) =>
      expireRequests(scope, citizen.appointmentId, { actor: systemActor, at: clock.now() }),
    );
    expect(await stateOf(id)).toBe('expired');
    await inside(({ db }) =>
      db.appointment.updateMany({ where: { id: citizen.appointmentId }, data: { state: 'completed' } }),
    );
    expect(codeOf(await ask())).toBe('over');
  });
});

describe('the level reached', () => {
  test('counts in the browser in which it was reached, and not in another one', async () => {
    await identify(await asked(), 'high');
    expect(await levelAtSeat()).toBe('high');
    await inside(({ db }) =>
      db.visit.updateMany({ where: { id: citizen.visitId }, data: { yieldedAt: new Date() } }),
    );
    expect(await levelAtSeat()).toBe('none');
  });

  test('says at the seat when the name is another one', async () => {
    await identify(await asked(), 'high', 'Karim Haddad');
    const read = await readSeatRequests(mieke, citizen.appointmentId);
    expect(read).toMatchObject({
      ok: true,
      value: { identity: { name: 'Karim Haddad', isOtherName: true } },
    });
  });
});

async function levelAtSeat() {
  const read = await readSeatRequests(mieke, citizen.appointmentId);
  return read.ok ? read.value.level : null;
}

async function identify(id: RequestId, level: 'substantial' | 'high', name = 'Sofie Maes') {
  const at = clock.now();
  await inside(async (scope) => {
    await moveRequest(scope, id, 'fulfil', { actor: systemActor, at });
    await scope.db.identification.create({
      data: {
        organisationId: scope.organisationId,
        requestId: id,
        visitId: citizen.visitId,
        level,
        provider: 'itsme',
        method: 'app',
        name,
        identifiedAt: new Date(at),
        evidence: {},
      },
    });
  });
}
