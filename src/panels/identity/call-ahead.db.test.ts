import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresAttemptLimiter as attemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { readLevel } from '#db/assurance.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import { eraseCallerProofs } from '#features/erasure/erase-caller-proofs.ts';
import { findVisited } from '#features/link/visit.data.ts';
import { openProvenCaller } from '#features/seat/open-proven-caller.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, CookieToken, SpokenCode } from '#journey/ids.ts';
import { createCookieToken } from '#shared/secrets.ts';
import { createRequestStatement } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import {
  beSomebody,
  callbackOf,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../scripts/testing/identity-world.ts';
import { beginAhead, readProof } from './begin-ahead.ts';
import { finishAhead } from './finish-ahead.ts';
import { takeCallersCode } from './take-callers-code.ts';

const minute = 60_000;
const linkSecret = 'link-secret-link-secret-link-secret-1';
const sealing = createAesSealing(() => 'a secret of the server that only tests know');
const settings = { level: 'high', attributes: ['name', 'birthDate', 'nationalNumber'] };

let world: IdentityWorld;
let counter: Counter;
let mieke: StaffActor;
let browser: CookieToken;
let laterMinutes = 0;

const clock = { now: () => Date.now() + laterMinutes * minute };
const tools = () => ({ clock, providers: [world.providerOf('itsme')], sealing, linkSecret });
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  laterMinutes = 0;
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  browser = createCookieToken();
  await createRequestStatement(counter.organisation.id, counter.serviceId, { settings });
});

/** Somebody went to the provider and comes back. @returns the query of the address that they come back to */
async function goAs(subject: string, formerly: CookieToken | null = null): Promise<string> {
  const begun = await beginAhead(tools(), counter.organisation.id, {
    serviceId: counter.serviceId,
    provider: 'itsme',
    language: 'fr',
    redirectUri: callbackOf('itsme'),
    browser,
    formerly,
  });
  if (!begun.ok) throw new Error(begun.failure.code);
  return beSomebody(begun.value.redirectUrl, subject);
}
const finish = (query: string, by = browser) =>
  finishAhead(tools(), counter.organisation.id, { provider: 'itsme', query }, by);
async function prove(): Promise<SpokenCode> {
  const finished = await finish(await goAs('sofie'));
  if (!finished.ok) throw new Error(finished.failure.code);
  browser = finished.value.browser;
  return finished.value.code;
}

async function say(code: string, by = mieke, press: string = randomUUID()): Promise<string> {
  const proven = {
    ...tools(),
    attemptLimiter,
    drawPhrase,
    drawReference,
    takeCode: (scope: Parameters<typeof takeCallersCode>[1], said: SpokenCode) =>
      takeCallersCode(tools(), scope, said),
  };
  const result = await openProvenCaller(proven, by, { code: code as SpokenCode, press });
  return result.ok ? result.value.conversationId : result.failure.code;
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const proofs = () => inside(({ db }) => db.callerProof.findMany());
const entries = () => inside(({ db }) => db.appointment.findMany({ include: { conversation: true } }));

describe('who proves who they are before they telephone', () => {
  test('opens the conversation with their code, once: their name, level and number are there', async () => {
    const code = await prove();
    expect(await readProof(tools(), counter.organisation.id, browser)).toMatchObject({ isProven: true });
    const conversationId = await say(code);
    const [entry] = await entries();
    expect(entry).toMatchObject({
      citizenName: 'Sofie Van Daele',
      language: 'fr',
      kind: 'walkIn',
      channel: 'phone',
      conversation: { id: conversationId, clerkId: mieke.staffMemberId, state: 'admitted' },
    });
    const appointmentId = entry?.id as AppointmentId;
    expect(await inside((scope) => readLevel(scope, { appointmentId, companionVisitId: null }))).toBe('high');
    const found = await inside(({ db }) => db.identification.findMany({ include: { request: true } }));
    expect(found).toMatchObject([
      { numberMasked: '•••••••••14', provider: 'itsme', request: { state: 'fulfilled', appointmentId } },
    ]);
    expect(await proofs()).toEqual([]);
    expect(await say(code, (await createSeatedClerk(counter)).actor)).toBe('unknown');
    expect(await inside((scope) => findVisited(scope, browser))).toMatchObject({
      reference: entry?.reference,
    });
    const events = await inside(({ db }) => db.event.findMany());
    expect(events.map(({ type }) => type)).toContain('request.fulfilled');
    expect(JSON.stringify(events)).not.toContain('Sofie');
  });

  test('leaves nothing readable behind, neither who it is nor the code', async () => {
    const code = await prove();
    const [proof] = await proofs();
    for (const kept of [proof?.identitySealed, proof?.codeHash, proof?.browserHash])
      for (const secret of ['Sofie', '87041299614', code, browser])
        expect(Buffer.from(kept ?? []).includes(secret)).toBe(false);
  });

  test('has half an hour for it, and then it is gone', async () => {
    const code = await prove();
    laterMinutes = 30;
    expect(await say(code)).toBe('unknown');
    expect(await readProof(tools(), counter.organisation.id, browser)).toBeNull();
    expect(await eraseCallerProofs(clock, counter.organisation.id)).toBe(1);
    expect(await proofs()).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  test('who begins again has the new code alone', async () => {
    const first = await prove();
    const before = browser;
    browser = createCookieToken();
    const again = await finish(await goAs('sofie', before));
    expect(await say(first)).toBe('unknown');
    expect(await say(again.ok ? again.value.code : '')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gets no code in another browser, nor twice', async () => {
    const query = await goAs('sofie');
    expect(await finish(query, createCookieToken())).toMatchObject({ failure: { code: 'notFound' } });
    expect(await finish(query)).toMatchObject({ ok: true });
    expect(await finish(query)).toMatchObject({ failure: { code: 'notFound' } });
  });

  test('is told why it did not succeed, and gets no code', async () => {
    expect(await finish(await goAs('tom'))).toMatchObject({ failure: { code: 'levelTooLow' } });
    expect(await proofs()).toMatchObject([{ problem: 'levelTooLow', codeHash: null, identitySealed: null }]);
  });
});

describe('a code that a caller says', () => {
  test('opens one conversation for a press, also when it is said again', async () => {
    const code = await prove();
    const press = randomUUID();
    const first = await say(code, mieke, press);
    expect(await say(code, mieke, press)).toBe(first);
    expect(await entries()).toHaveLength(1);
    expect(await say(other(code))).toBe('unknown');
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('of two clerks who type it at once opens one conversation', async () => {
    const code = await prove();
    const pieter = (await createSeatedClerk(counter)).actor;
    const answers = await Promise.all([say(code), say(code, pieter)]);
    expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(1);
    expect(await entries()).toHaveLength(1);
  });

  test('stays good when the clerk speaks already, is of another team, or of another municipality', async () => {
    const code = await prove();
    const stranger = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(await say(code, stranger)).toBe('notFound');
    const abroad = (await createSeatedClerk(await createCounter())).actor;
    expect(await say(code, abroad)).toBe('unknown');
    expect(await proofs()).toHaveLength(1);
    expect(await say(code)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is guessed at five times by one clerk, however many at once, and then the right one fails too', async () => {
    const code = await prove();
    const answers = await Promise.all(Array.from({ length: 40 }, () => say(other(code))));
    expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'tooMany')).toHaveLength(35);
    expect(await say(code)).toBe('tooMany');
    expect(await say(code, (await createSeatedClerk(counter)).actor)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('the database keeps no code without somebody behind it, and nobody without a code', async () => {
  await prove();
  const set = (data: object) => inside(({ db }) => db.callerProof.updateMany({ data }));
  await expect(set({ identitySealed: null })).rejects.toThrow(/CallerProof_proven_is_whole/);
  await expect(set({ problem: 'refused' })).rejects.toThrow(/CallerProof_one_at_a_time/);
});
