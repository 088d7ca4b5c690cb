import { beforeEach, describe, expect, test } from 'vitest';
import { postgresAttemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { moveRequest } from '#db/requests.ts';
import { systemActor, type VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import type { IdentityMemory, IdentityProvider, ScanHere, ScanStep } from '#ports/identity-provider.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { beginIdentification } from './begin-identification.ts';
import { finishIdentification } from './finish-identification.ts';
import { awaitStep, findUnderWay, pairApp } from './identify-here.ts';

const named = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const minute = 60_000;

let counter: Counter;
let citizen: WaitingCitizen;
let requestId: RequestId;
let laterMinutes = 0;
let steps: (ScanStep | null)[] = [];

/** An app that follows a script; the real server's turn is in the browser tests. */
const here: ScanHere = {
  kind: 'scan',
  numberOn: 'app',
  show: () => ({ code: 'code', appUrl: 'https://app.example' }),
  follow: async () => (steps.length > 1 ? (steps.shift() ?? null) : (steps[0] ?? null)),
  pair: async ({ own }, digits) => digits === own.digits,
  stayOnThisDevice: async () => true,
};

const provider: IdentityProvider = {
  id: 'scanned',
  name: named('Scanned'),
  needs: named('An app'),
  highestLevel: 'high',
  gives: [],
  methods: [],
  begin: async (asked) => ({
    ok: true,
    value: {
      redirectUrl: null,
      memory: { provider: 'scanned', state: crypto.randomUUID(), asked, own: { digits: '4711' } },
    },
  }),
  finish: async () => ({ ok: false, failure: { code: 'refused' } }),
  here,
};

const tools = () => ({
  clock: { now: () => Date.now() + laterMinutes * minute },
  providers: [provider],
  sealing: createAesSealing(() => 'a secret of the server that only tests know'),
});

const visitor = (over: Partial<VisitActor> = {}): VisitActor => ({
  kind: 'visitor',
  organisationId: counter.organisation.id,
  visitId: citizen.visitId,
  appointmentId: citizen.appointmentId,
  role: 'citizen',
  ...over,
});

const begin = () =>
  beginIdentification(tools(), visitor(), requestId, {
    provider: 'scanned',
    language: 'nl',
    redirectUri: 'http://leiebeke.localhost/api/identity/scanned/callback',
  });

beforeEach(async () => {
  counter ??= await createCounter();
  laterMinutes = 0;
  citizen = await createWaitingCitizen(counter);
  const about = { appointmentId: citizen.appointmentId, serviceId: counter.serviceId };
  requestId = (await createRequest(counter.organisation.id, about)).id;
});

async function memoryOf(): Promise<IdentityMemory> {
  await begin();
  const underWay = await findUnderWay(tools(), visitor(), requestId);
  if (underWay === null) throw new Error('nothing is under way');
  return underWay.memory;
}

describe('what somebody began on our own page', () => {
  test('leads nowhere else, and is theirs until it is over', async () => {
    expect(await begin()).toEqual({ ok: true, value: { redirectUrl: null } });
    const underWay = await findUnderWay(tools(), visitor(), requestId);
    expect(underWay).toMatchObject({ provider: { id: 'scanned' }, memory: { own: { digits: '4711' } } });
    const query = `state=${underWay?.memory.state}`;
    await finishIdentification(tools(), visitor(), { provider: 'scanned', query });
    expect(await findUnderWay(tools(), visitor(), requestId)).toBeNull();
  });

  test('is nobody else’s: not of another browser of the appointment, nor of another citizen', async () => {
    await begin();
    const { id: visitId } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      yieldedAt: new Date(),
    });
    expect(await findUnderWay(tools(), visitor({ visitId }), requestId)).toBeNull();
    const other = await createWaitingCitizen(counter);
    const { appointmentId } = other;
    expect(
      await findUnderWay(tools(), visitor({ visitId: other.visitId, appointmentId }), requestId),
    ).toBeNull();
  });

  test('is over after ten minutes, and when the request is', async () => {
    await begin();
    laterMinutes = 11;
    expect(await findUnderWay(tools(), visitor(), requestId)).toBeNull();
    laterMinutes = 0;
    expect(await findUnderWay(tools(), visitor(), requestId)).not.toBeNull();
    await withOrganisation(counter.organisation.id, (scope) =>
      moveRequest(scope, requestId, 'withdraw', { actor: systemActor, at: Date.now() }),
    );
    expect(await findUnderWay(tools(), visitor(), requestId)).toBeNull();
  });
});

describe('a scan', () => {
  test('is told as soon as it is further, and at once to a browser that is gone', async () => {
    const memory = await memoryOf();
    steps = ['waiting', 'waiting', 'pairing'];
    const { signal } = new AbortController();
    expect(await awaitStep(here, memory, 'waiting', signal)).toBe('pairing');
    steps = ['waiting'];
    const began = performance.now();
    expect(await awaitStep(here, memory, 'waiting', AbortSignal.abort())).toBe('waiting');
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('is of the app whose number is typed, and five wrong ones are enough', async () => {
    const memory = await memoryOf();
    expect(await pairApp(postgresAttemptLimiter, here, memory, '4711')).toBe('paired');
    for (let count = 0; count < 4; count += 1)
      expect(await pairApp(postgresAttemptLimiter, here, memory, '0000')).toBe('wrong');
    expect(await pairApp(postgresAttemptLimiter, here, memory, '4711')).toBe('tooMany');
    expect(await pairApp(postgresAttemptLimiter, here, await memoryOf(), '4711')).toBe('paired');
  });
});
