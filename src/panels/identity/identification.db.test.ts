import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { moveRequest } from '#db/requests.ts';
import { systemActor, type VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import {
  beSomebody,
  callbackOf,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../scripts/testing/identity-world.ts';
import { beginIdentification } from './begin-identification.ts';
import { findReturn, finishIdentification } from './finish-identification.ts';

const minute = 60_000;
const sealing = createAesSealing(() => 'a secret of the server that only tests know');

let world: IdentityWorld;
let providers: readonly IdentityProvider[];
let counter: Counter;
let citizen: WaitingCitizen;
let requestId: RequestId;
let laterMinutes = 0;

const tools = () => ({ clock: { now: () => Date.now() + laterMinutes * minute }, providers, sealing });
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeAll(async () => {
  world = await startIdentityWorld();
  counter = await createCounter();
});
afterAll(() => world.close());

beforeEach(async () => {
  laterMinutes = 0;
  providers = [
    world.providerOf('itsme'),
    world.providerOf('acm-idm'),
    world.providerOf('csam'),
    world.providerOf('generic'),
  ];
  citizen = await createWaitingCitizen(counter);
  requestId = await askToIdentify();
});

async function askToIdentify(): Promise<RequestId> {
  const { serviceId } = counter;
  const settings = { level: 'high', attributes: ['name', 'birthDate', 'nationalNumber', 'mandate'] };
  const about = { appointmentId: citizen.appointmentId, serviceId };
  return (await createRequest(counter.organisation.id, about, { settings })).id;
}

const visitor = (over: Partial<VisitActor> = {}): VisitActor => ({
  kind: 'visitor',
  organisationId: counter.organisation.id,
  visitId: citizen.visitId,
  appointmentId: citizen.appointmentId,
  role: 'citizen',
  ...over,
});

const begin = (
  by = visitor(),
  provider: 'itsme' | 'acm-idm' | 'generic' | 'csam' = 'itsme',
  id = requestId,
) =>
  beginIdentification(tools(), by, id, {
    provider,
    language: 'nl',
    redirectUri: callbackOf(provider),
  });

/** Somebody went to the provider and comes back. @returns the query of the address that they come back to */
async function goAs(subject: string, provider: 'itsme' | 'acm-idm' | 'generic' = 'itsme'): Promise<string> {
  const begun = await begin(visitor(), provider);
  if (!begun.ok) throw new Error(begun.failure.code);
  return beSomebody(begun.value.redirectUrl, subject);
}

const finish = (query: string, by = visitor(), provider = 'itsme') =>
  finishIdentification(tools(), by, { provider, query });

const codeOf = (result: { ok: boolean; failure?: { code: string } }) =>
  result.ok ? 'done' : result.failure?.code;
const request = () => inside(({ db }) => db.request.findFirst({ where: { id: requestId } }));
const found = () => inside(({ db }) => db.identification.findFirst({ where: { requestId } }));

describe('somebody who identifies', () => {
  test('is known by level, means, name and number, of which only the last digits can be read', async () => {
    const query = await goAs('sofie');
    expect(await request()).toMatchObject({ state: 'inProgress', progress: 'itsme' });
    expect(await finish(query)).toEqual({ ok: true, value: { requestId } });
    expect(await request()).toMatchObject({ state: 'fulfilled', progress: null });
    expect(await found()).toMatchObject({
      visitId: citizen.visitId,
      level: 'high',
      provider: 'itsme',
      method: 'app-code',
      name: 'Sofie Van Daele',
      birthDate: '1987-04-12',
      numberMasked: '•••••••••14',
      mandateNumber: null,
      evidence: { issuer: `${world.origin}/itsme` },
    });
    const sealed = (await found())?.numberEncrypted ?? new Uint8Array();
    expect(Buffer.from(sealed).includes('87041299614')).toBe(false);
  });

  test('and telephones without a name has that name from then on, and whoever has one keeps it', async () => {
    const nameOf = () =>
      inside(({ db }) => db.appointment.findFirstOrThrow({ where: { id: citizen.appointmentId } }));
    const named = { citizenName: 'Koen Maes' };
    await inside(({ db }) =>
      db.appointment.updateMany({ where: { id: citizen.appointmentId }, data: named }),
    );
    await finish(await goAs('sofie'));
    expect((await nameOf()).citizenName).toBe('Koen Maes');
    requestId = await askToIdentify();
    const { staffMemberId } = (await createSeatedClerk(counter)).actor;
    const phoned = { kind: 'walkIn', seatId: null, channel: 'phone', requestChannel: 'phone' } as const;
    await inside(({ db }) =>
      db.appointment.updateMany({
        where: { id: citizen.appointmentId },
        data: { ...phoned, bookedById: staffMemberId, citizenName: '' },
      }),
    );
    await finish(await goAs('sofie'));
    expect((await nameOf()).citizenName).toBe('Sofie Van Daele');
  });

  test('for a company is known with it', async () => {
    await finish(await goAs('els', 'acm-idm'), visitor(), 'acm-idm');
    expect(await found()).toMatchObject({
      name: 'Els Goossens',
      mandateKind: 'company',
      mandateNumber: '0999999922',
      mandateName: 'Bakkerij Goossens bv',
    });
  });

  test('for another person is known with their name', async () => {
    await finish(await goAs('rosa', 'generic'), visitor(), 'generic');
    expect(await found()).toMatchObject({
      name: 'Rosa Lambrecht',
      mandateKind: 'person',
      mandateNumber: null,
      mandateName: 'Gustaaf Lambrecht',
    });
  });

  test('has no mandate of an impossible kind', async () => {
    await finish(await goAs('rosa', 'generic'), visitor(), 'generic');
    const change = (data: object) =>
      inside(({ db }) => db.identification.updateMany({ where: { requestId }, data }));
    await expect(change({ mandateKind: null })).rejects.toThrow('Identification_mandate_of_a_kind');
    await expect(change({ mandateNumber: '0999999922' })).rejects.toThrow('Identification_mandate_of_a_kind');
  });

  test('leaves nothing readable behind while they are away, and nothing at all when they are back', async () => {
    const query = await goAs('sofie');
    const attempts = () => inside(({ db }) => db.identificationAttempt.findMany({ where: { requestId } }));
    const [attempt] = await attempts();
    const state = new URLSearchParams(query).get('state') ?? '';
    const kept = Buffer.concat([attempt?.stateHash ?? Buffer.of(), attempt?.memorySealed ?? Buffer.of()]);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.includes(state) || kept.includes('codeVerifier')).toBe(false);
    await finish(query);
    expect(await attempts()).toEqual([]);
  });

  test('comes back under the appointment of the state, and under none for a state that nobody knows', async () => {
    const query = await goAs('sofie');
    const { id } = counter.organisation;
    const reference = await inside(({ db }) =>
      db.appointment.findFirst({ where: { id: citizen.appointmentId }, select: { reference: true } }),
    );
    expect(await findReturn(id, query)).toEqual({ ...reference, requestId });
    expect(await findReturn(id, '?state=another')).toBeNull();
    expect(await findReturn(id, '')).toBeNull();
  });
});

describe('an answer is nobody’s', () => {
  test('in another browser of the same appointment, and the right one may still finish', async () => {
    const query = await goAs('sofie');
    const { id } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      yieldedAt: new Date(),
    });
    expect(codeOf(await finish(query, visitor({ visitId: id })))).toBe('notFound');
    expect(await found()).toBeNull();
    expect(codeOf(await finish(query))).toBe('done');
  });

  test('for another citizen', async () => {
    const query = await goAs('sofie');
    const { appointmentId, visitId } = await createWaitingCitizen(counter);
    expect(codeOf(await finish(query, visitor({ appointmentId, visitId })))).toBe('notFound');
    expect(await found()).toBeNull();
  });

  test('in another municipality', async () => {
    const query = await goAs('sofie');
    const { organisation } = await createCounter();
    expect(codeOf(await finish(query, visitor({ organisationId: organisation.id })))).toBe('notFound');
  });

  test('at another provider’s address', async () => {
    const query = await goAs('sofie');
    expect(codeOf(await finish(query, visitor(), 'acm-idm'))).toBe('notFound');
    expect(await found()).toBeNull();
  });

  test('the second time, also when both come at once', async () => {
    const query = await goAs('sofie');
    const answers = await Promise.all([finish(query), finish(query)]);
    expect(answers.map(codeOf).sort()).toEqual(['done', 'notFound']);
    expect(codeOf(await finish(query))).toBe('notFound');
  });

  test('after they went there once more: the newest way is the one', async () => {
    const first = await goAs('sofie');
    const second = await goAs('sofie');
    expect(codeOf(await finish(first))).toBe('notFound');
    expect(codeOf(await finish(second))).toBe('done');
  });
});

describe('who does not succeed', () => {
  test.each([
    ['who refuses there', 'nora', 'refused'],
    ['who proves it too weakly', 'tom', 'levelTooLow'],
    ['who proves it less well than is needed', 'an', 'levelTooLow'],
  ])('%s may try again, and the clerk reads why', async (_name, subject, problem) => {
    expect(codeOf(await finish(await goAs(subject)))).toBe(problem);
    expect(await request()).toMatchObject({ state: 'opened', progress: 'itsme', problem });
    expect(await found()).toBeNull();
    expect(codeOf(await finish(await goAs('sofie')))).toBe('done');
  });

  test('is too late after ten minutes', async () => {
    const query = await goAs('sofie');
    laterMinutes = 11;
    expect(codeOf(await finish(query))).toBe('expired');
    expect(await request()).toMatchObject({ state: 'opened', problem: 'expired' });
  });

  test('reads that the provider is away, and so does the clerk', async () => {
    providers = [world.providerOf('itsme', { settings: { issuer: 'http://127.0.0.1:1' } })];
    expect(codeOf(await begin())).toBe('unavailable');
    expect(await request()).toMatchObject({ state: 'opened', problem: 'unavailable', progress: 'itsme' });
  });

  test('has nothing kept of them once the request was withdrawn', async () => {
    const query = await goAs('sofie');
    await inside((scope) =>
      moveRequest(scope, requestId, 'withdraw', { actor: systemActor, at: Date.now() }),
    );
    expect(codeOf(await finish(query))).toBe('settled');
    expect(await found()).toBeNull();
    expect(codeOf(await begin())).toBe('settled');
  });
});

describe('nobody is sent to a provider', () => {
  test('for what is asked of somebody else, or is unknown', async () => {
    const { appointmentId, visitId } = await createWaitingCitizen(counter);
    expect(codeOf(await begin(visitor({ appointmentId, visitId })))).toBe('notFound');
    const companion = await createVisit(counter.organisation.id, citizen.appointmentId, {
      role: 'companion',
      companionName: 'Nadia Haddad',
    });
    expect(codeOf(await begin(visitor({ visitId: companion.id, role: 'companion' })))).toBe('notFound');
    const unknown = crypto.randomUUID() as RequestId;
    expect(codeOf(await begin(visitor(), 'itsme', unknown))).toBe('notFound');
  });

  test('whom the municipality did not choose, or who cannot vouch for enough', async () => {
    const low = { method: 'low', acr: 'low', level: 'low', source: 'A fixture.' };
    const name = { nl: 'a', fr: 'a', en: 'a', de: 'a' };
    const settings = { levels: [{ ...low, name }], scopes: {}, claims: {} };
    providers = [world.providerOf('csam', { settings })];
    expect(codeOf(await begin(visitor(), 'itsme'))).toBe('unknownProvider');
    expect(codeOf(await begin(visitor(), 'csam'))).toBe('unknownProvider');
  });
});

test('what somebody never came back for is forgotten', async () => {
  await goAs('sofie');
  laterMinutes = 11;
  citizen = { ...citizen, ...(await createWaitingCitizen(counter)) };
  const first = requestId;
  requestId = await askToIdentify();
  await goAs('ahmed');
  const left = await inside(({ db }) => db.identificationAttempt.count({ where: { requestId: first } }));
  expect(left).toBe(0);
});
