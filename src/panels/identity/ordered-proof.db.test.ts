import { createLocalJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eraseCallerProofs } from '#features/erasure/erase-caller-proofs.ts';
import type { CookieToken, OrderedProofId, ProofToken } from '#journey/ids.ts';
import { createCookieToken } from '#shared/secrets.ts';
import { createRequestStatement } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { makeIdentityKeys } from '../../../scripts/stack/identity-keys.ts';
import {
  beSomebody,
  callbackOf,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../scripts/testing/identity-world.ts';
import { beginOrdered, declineOrder, finishOrdered, readOrder } from './answer-order.ts';
import { orderProof } from './order-proof.ts';
import { type OwnKeys, publicKeys } from './providers/openid/keys.ts';
import { readOrderAnswer } from './read-order.ts';

const minute = 60_000;
const issuer = 'https://leiebeke.balie.example';
const sealing = createAesSealing(() => 'a secret of the server that only tests know');
const client = { id: 'kcc', name: 'KCC', keyHash: '0'.repeat(64), returnOrigins: ['https://kcc.example'] };
const returnAddress = 'https://kcc.example/back?conversation=7';

let world: IdentityWorld;
let keys: OwnKeys;
let counter: Counter;
let slug: string;
let browser: CookieToken;
let laterMinutes = 0;

const clock = { now: () => Date.now() + laterMinutes * minute };
const tools = () => ({ clock, providers: [world.providerOf('itsme')], sealing });
const organisationId = () => counter.organisation.id;

beforeAll(async () => {
  world = await startIdentityWorld();
  keys = (await makeIdentityKeys()) as unknown as OwnKeys;
});
afterAll(() => world.close());

beforeEach(async () => {
  laterMinutes = 0;
  counter = await createCounter();
  browser = createCookieToken();
  const settings = { level: 'high', attributes: ['name'] };
  await createRequestStatement(counter.organisation.id, counter.serviceId, { settings });
  slug = await withOrganisation(organisationId(), async ({ db }) => {
    const service = await db.service.findFirstOrThrow({ where: { id: counter.serviceId } });
    return service.slug;
  });
});

async function order(over: Partial<Parameters<typeof orderProof>[3]> = {}) {
  const wish = { service: slug, language: 'nl', reference: 'ticket 12', ...over } as const;
  const ordered = await orderProof(tools(), organisationId(), client, wish);
  if (!ordered.ok) throw new Error(ordered.failure.code);
  return ordered.value;
}
async function goAs(token: ProofToken, subject: string): Promise<string> {
  const leaving = { provider: 'itsme', language: 'nl', redirectUri: callbackOf('itsme'), browser } as const;
  const begun = await beginOrdered(tools(), organisationId(), token, leaving);
  if (!begun.ok) throw new Error(begun.failure.code);
  return beSomebody(begun.value.redirectUrl, subject);
}
async function finish(query: string, by = browser) {
  const finished = await finishOrdered(tools(), organisationId(), { provider: 'itsme', query }, by);
  return finished.ok ? finished.value : finished.failure.code;
}
const read = (id: OrderedProofId, code: string | null = null, clientId = client.id) =>
  readOrderAnswer(
    { clock, sealing, keys, issuer },
    { organisationId: organisationId(), id, clientId, code: code as ProofToken | null },
  );
const verify = (result: string, audience = client.id) =>
  jwtVerify(result, createLocalJWKSet({ keys: publicKeys(keys).keys as JWK[] }), { issuer, audience });

describe('a proof that other software asks for', () => {
  test('is told to it signed, with what the service states and no more', async () => {
    const { id, token } = await order();
    expect(await read(id)).toEqual({ state: 'waiting', problem: null });
    expect(await finish(await goAs(token, 'sofie'))).toEqual({ returnUrl: null });
    const answer = await read(id);
    if (answer?.state !== 'done') throw new Error(`It is ${answer?.state}.`);
    expect(decodeProtectedHeader(answer.result)).toMatchObject({ alg: 'RS256', typ: 'proof+jwt' });
    const { payload } = await verify(answer.result);
    expect(payload).toMatchObject({ jti: id, reference: 'ticket 12', service: slug, level: 'high' });
    expect(payload.name).toBe('Sofie Van Daele');
    expect(Object.keys(payload)).not.toContain('nationalNumber');
    await expect(verify(answer.result, 'another')).rejects.toThrow();
    expect(await readOrder(tools(), organisationId(), token)).toMatchObject({ isAnswered: true });
  });

  test('is nobody else’s: not of other software, another browser, a used state, or one that is over', async () => {
    const { id, token } = await order();
    const query = await goAs(token, 'sofie');
    expect(await finish(query, createCookieToken())).toBe('notFound');
    expect(await finish(query)).toEqual({ returnUrl: null });
    expect(await finish(query)).toBe('notFound');
    expect(await read(id, null, 'another')).toBeNull();
    laterMinutes = 11;
    expect(await read(id)).toBeNull();
    expect(await eraseCallerProofs(clock, organisationId())).toBe(1);
    expect(await withOrganisation(organisationId(), ({ db }) => db.orderedProof.count())).toBe(0);
  });

  test('says why it did not succeed, and can be tried again', async () => {
    const { id, token } = await order();
    expect(await finish(await goAs(token, 'tom'))).toBe('levelTooLow');
    expect(await read(id)).toEqual({ state: 'waiting', problem: 'levelTooLow' });
    expect(await finish(await goAs(token, 'sofie'))).toEqual({ returnUrl: null });
    expect(await read(id)).toMatchObject({ state: 'done' });
  });

  test('can be declined, and then nothing of it is known', async () => {
    const { id, token } = await order();
    const decline = () => declineOrder(tools(), organisationId(), token);
    expect(await decline()).toEqual({ ok: true, value: { returnUrl: null } });
    expect((await decline()).ok).toBe(false);
    expect(await read(id)).toEqual({ state: 'declined' });
    await expect(goAs(token, 'sofie')).rejects.toThrow('notFound');
  });

  test('with an address to return to, is told only with what the citizen’s browser brought there', async () => {
    const { id, token } = await order({ returnAddress });
    const finished = await finish(await goAs(token, 'sofie'));
    if (typeof finished === 'string' || finished.returnUrl === null) throw new Error('It leads nowhere.');
    const url = new URL(finished.returnUrl);
    expect(url.origin).toBe('https://kcc.example');
    expect(url.searchParams.get('conversation')).toBe('7');
    expect(url.searchParams.get('proof')).toBe(id);
    expect(await read(id)).toBeNull();
    expect(await read(id, 'x'.repeat(43))).toBeNull();
    expect(await read(id, url.searchParams.get('code'))).toMatchObject({ state: 'done' });
  });

  test('is refused where nothing was stated, and for an address that is not the software’s own', async () => {
    await expect(order({ returnAddress: 'https://evil.example/' })).rejects.toThrow('returnAddressForbidden');
    await expect(order({ service: 'nothing-of-the-kind' })).rejects.toThrow('notStated');
    await withOrganisation(organisationId(), ({ db }) => db.requestStatement.deleteMany());
    await expect(order()).rejects.toThrow('notStated');
  });
});
