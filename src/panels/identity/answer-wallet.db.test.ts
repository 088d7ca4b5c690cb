import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresAttemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { moveRequest } from '#db/requests.ts';
import { systemActor, type VisitActor } from '#journey/actor.ts';
import type { RequestId, WalletToken } from '#journey/ids.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { parseToken } from '#shared/secrets.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { type RequestObject, readRequest } from '../../../sandbox/wallet/read-request.ts';
import { askedClaims, encrypt, type Held, post, present } from '../../../sandbox/wallet/show.ts';
import { hasher, signerWith } from '../../../sandbox/wallet/signing.ts';
import { answerLink, hold, refuseLink } from '../../../sandbox/wallet/wallet.ts';
import { person, startWalletWorld, type WalletWorld } from '../../../scripts/testing/wallet-world.ts';
import { askWallet, readWalletNumber, takeFromWallet } from './answer-wallet.ts';
import { beginIdentification } from './begin-identification.ts';
import { finishIdentification } from './finish-identification.ts';
import { findUnderWay, pairApp, type UnderWay } from './identify-here.ts';
import { eudi } from './providers/eudi/kind.ts';

const minute = 60_000;
const sealing = createAesSealing(() => 'a secret of the server that only tests know');

let world: WalletWorld;
let provider: IdentityProvider;
let server: Server;
let origin: string;
let counter: Counter;
let citizen: WaitingCitizen;
let requestId: RequestId;
let laterMinutes = 0;

const tools = () => ({
  clock: { now: () => Date.now() + laterMinutes * minute },
  providers: [provider],
  sealing,
});
const setUp = (changes: object = {}) =>
  eudi.setUp({ id: 'eudi', keys: [], settings: { ...world.settings, ...changes } });

beforeAll(async () => {
  world = await startWalletWorld();
  counter = await createCounter();
  server = serveWallets();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.close();
});

/** The two addresses that wallets speak to, over the wire, as the product's own routes answer there. */
function serveWallets(): Server {
  return createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const [, , , , , handle = '', answer] = (request.url ?? '').split('/');
    const about = { provider: 'eudi', handle: parseToken<WalletToken>(handle) ?? ('none' as WalletToken) };
    const { id } = counter.organisation;
    if (answer === undefined) {
      const signed = await askWallet(tools(), id, { ...about, walletNonce: form.get('wallet_nonce') });
      response.writeHead(signed === null ? 404 : 200, { 'content-type': 'application/oauth-authz-req+jwt' });
      return void response.end(signed ?? '');
    }
    const onwards = await takeFromWallet(tools(), id, { ...about, posted: form });
    response.writeHead(onwards === null ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(onwards?.redirectUri ? { redirect_uri: onwards.redirectUri } : {}));
  });
}

beforeEach(async () => {
  laterMinutes = 0;
  provider = setUp();
  citizen = await createWaitingCitizen(counter);
  const settings = { level: 'high', attributes: ['name', 'birthDate', 'nationalNumber'] };
  const about = { appointmentId: citizen.appointmentId, serviceId: counter.serviceId };
  requestId = (await createRequest(counter.organisation.id, about, { settings })).id;
});

const visitor = (over: Partial<VisitActor> = {}): VisitActor => ({
  kind: 'visitor',
  organisationId: counter.organisation.id,
  visitId: citizen.visitId,
  appointmentId: citizen.appointmentId,
  role: 'citizen',
  ...over,
});

/** What the browser's page stands on: begun, and under way. */
async function begin() {
  const redirectUri = `${origin}/api/identity/eudi/callback`;
  const chosen = { provider: 'eudi', language: 'nl' as const, redirectUri };
  expect(await beginIdentification(tools(), visitor(), requestId, chosen)).toEqual({
    ok: true,
    value: { redirectUrl: null },
  });
  const underWay = (await findUnderWay(tools(), visitor(), requestId)) as UnderWay;
  const { here, memory } = underWay;
  if (here.kind !== 'scan') throw new Error('no scan');
  return {
    memory,
    here,
    link: here.show(memory).code,
    step: () => here.follow(memory),
    finish: (query = `state=${memory.state}`, actor = visitor()) =>
      finishIdentification(tools(), actor, { provider: 'eudi', query }),
  };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** The person types what the telephone's page shows. */
async function compare({ here, memory }: Begun, onwards: string | null): Promise<void> {
  const code = parseToken<WalletToken>(new URL(onwards ?? '').pathname.split('/').at(-1) ?? '');
  const number = code && (await readWalletNumber(tools(), counter.organisation.id, code));
  expect(number).toMatch(/^\d{4}$/);
  expect(await pairApp(postgresAttemptLimiter, here, memory, number ?? '')).toBe('paired');
}

const found = () =>
  withOrganisation(counter.organisation.id, ({ db }) =>
    db.identification.findFirst({ where: { requestId } }),
  );
const problem = async () =>
  (
    await withOrganisation(counter.organisation.id, ({ db }) =>
      db.request.findFirst({ where: { id: requestId } }),
    )
  )?.problem;

const refusedFor = (detail: string) => ({
  ok: false,
  failure: { code: 'invalidAnswer', detail: `answer: ${detail}` },
});

describe('a wallet on another device', () => {
  test('shows what was asked and no more; whose it is says the number that is typed', async () => {
    const begun = await begin();
    expect(await begun.step()).toBe('waiting');
    const { request, asker } = await readRequest(begun.link, world.accessAnchor);
    expect(asker).toBe('Stad Leiebeke');
    expect(askedClaims(request)).toEqual([
      'given_name',
      'family_name',
      'birthdate',
      'personal_administrative_number',
      'issuing_country',
    ]);
    expect(await begun.step()).toBe('connected');
    const onwards = await answerLink(
      begun.link,
      await hold(world.issuer, person('sofie')),
      world.accessAnchor,
    );
    expect(await begun.step()).toBe('pairing');
    await compare(begun, onwards);
    expect(await begun.step()).toBe('over');
    expect(await begun.finish()).toEqual({ ok: true, value: { requestId } });
    expect(await found()).toMatchObject({
      level: 'high',
      provider: 'eudi',
      method: 'pid',
      name: 'Sofie Van Daele',
      birthDate: '1987-04-12',
      visitId: citizen.visitId,
      mandateName: null,
      evidence: { issuer: expect.stringContaining('CN=Practice PID Issuer'), acr: 'urn:eudi:pid:1' },
    });
    expect((await found())?.numberMasked).toMatch(/14$/);
  });

  test('that nobody compared is not believed, and five wrong numbers are enough', async () => {
    const begun = await begin();
    const onwards = await answerLink(
      begun.link,
      await hold(world.issuer, person('sofie')),
      world.accessAnchor,
    );
    const code = parseToken<WalletToken>(new URL(onwards ?? '').pathname.split('/').at(-1) ?? '');
    const number = (code && (await readWalletNumber(tools(), counter.organisation.id, code))) ?? '';
    const wrong = number === '0000' ? '1111' : '0000';
    for (let count = 0; count < 5; count += 1)
      expect(await pairApp(postgresAttemptLimiter, begun.here, begun.memory, wrong)).toBe('wrong');
    expect(await pairApp(postgresAttemptLimiter, begun.here, begun.memory, number)).toBe('tooMany');
    expect(await begun.finish()).toEqual({ ok: false, failure: { code: 'refused' } });
    expect(await found()).toBeNull();
    expect(code && (await readWalletNumber(tools(), counter.organisation.id, code))).toBeNull();
  });

  test('whose person says no ends it', async () => {
    const begun = await begin();
    expect(await refuseLink(begun.link, world.accessAnchor)).toBeNull();
    expect(await begun.step()).toBe('over');
    expect(await begun.finish()).toEqual({ ok: false, failure: { code: 'refused' } });
    expect(await problem()).toBe('refused');
  });
});

describe('a wallet on this device', () => {
  async function answerHere() {
    const begun = await begin();
    expect(await begun.here.stayOnThisDevice(begun.memory)).toBe(true);
    const onwards = await answerLink(
      begun.link,
      await hold(world.issuer, person('sofie')),
      world.accessAnchor,
    );
    const back = new URL(onwards ?? '');
    expect(back.pathname).toBe('/api/identity/eudi/callback');
    // The page from which it was opened goes on with the wallet's own way back, not before it.
    expect(await begun.step()).toBe('connected');
    return { begun, back };
  }

  test('leads the browser back with a code', async () => {
    const { begun, back } = await answerHere();
    expect(await begun.finish(back.search)).toEqual({ ok: true, value: { requestId } });
    expect(await found()).toMatchObject({ name: 'Sofie Van Daele' });
  });

  test('is not believed without that code, nor with another', async () => {
    for (const code of ['', '&response_code=another']) {
      const { begun } = await answerHere();
      expect(await begun.finish(`state=${begun.memory.state}${code}`)).toEqual(
        refusedFor('no response code'),
      );
      expect(await found()).toBeNull();
    }
  });

  test('is nobody’s in another browser', async () => {
    const { begun, back } = await answerHere();
    const { id: visitId } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      yieldedAt: new Date(),
    });
    const other = await begun.finish(back.search, visitor({ visitId }));
    expect(other).toEqual({ ok: false, failure: { code: 'notFound' } });
    expect(await found()).toBeNull();
    expect(await begun.finish(back.search)).toMatchObject({ ok: true });
  });
});

type Forgery = (parts: { request: RequestObject; held: Held; claims: readonly string[] }) => Promise<string>;

/** Answers in another way than wallets do, and goes through with all the rest. */
async function forge(forgery: Forgery, held?: Held) {
  const begun = await begin();
  const { request } = await readRequest(begun.link, world.accessAnchor);
  const claims = askedClaims(request);
  const presentation = await forgery({
    request,
    held: held ?? (await hold(world.issuer, person('sofie'))),
    claims,
  });
  await compare(begun, await post(request, { response: await encrypt(request, presentation) }));
  const finished = await begun.finish();
  expect(await found()).toBeNull();
  return finished;
}

const honest: Forgery = ({ request, held, claims }) =>
  present(held, { nonce: request.nonce, audience: request.client_id, claims });

/** With the disclosure of the family name changed, and signed again by the holder as if it had always been so. */
const tampered: Forgery = async ({ request, held, claims }) => {
  const [jwt = '', ...disclosures] = held.credential.split('~');
  const changed = disclosures.map((each) => {
    const parts = each === '' ? null : (JSON.parse(Buffer.from(each, 'base64url').toString()) as string[]);
    if (parts?.[1] !== 'family_name') return each;
    return Buffer.from(JSON.stringify([parts[0], 'family_name', 'Peeters'])).toString('base64url');
  });
  const shown = { nonce: request.nonce, audience: request.client_id };
  const { keys } = held;
  const without = claims.filter((name) => name !== 'family_name');
  // The library shows no disclosure that the issuer did not vouch for: it is put back in, and bound anew.
  const own = changed.filter((each) => !disclosures.includes(each));
  const others = (await present(held, { ...shown, claims: without })).split('~').slice(1, -1);
  const body = `${[jwt, ...others, ...own].join('~')}~`;
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const sd_hash = Buffer.from(hasher(body, 'sha-256')).toString('base64url');
  const binding = `${encode({ typ: 'kb+jwt', alg: 'ES256' })}.${encode({
    iat: Math.floor(Date.now() / 1000),
    aud: shown.audience,
    nonce: shown.nonce,
    sd_hash,
  })}`;
  return `${body}${binding}.${signerWith(keys.privateKey)(binding)}`;
};

describe('an answer', () => {
  test('is believed where nothing is wrong with it', async () => {
    const begun = await begin();
    const { request } = await readRequest(begun.link, world.accessAnchor);
    const held = await hold(world.issuer, person('sofie'));
    const presentation = await honest({ request, held, claims: askedClaims(request) });
    await compare(begun, await post(request, { response: await encrypt(request, presentation) }));
    expect(await begun.finish()).toMatchObject({ ok: true });
  });

  test.each<[string, Forgery, string]>([
    [
      'for another request',
      ({ request, held, claims }) =>
        present(held, { nonce: `${request.nonce}x`, audience: request.client_id, claims }),
      'nonce',
    ],
    [
      'for somebody else',
      ({ request, held, claims }) =>
        present(held, { nonce: request.nonce, audience: 'x509_hash:another', claims }),
      'audience',
    ],
    [
      'signed by its holder long before',
      ({ request, held, claims }) =>
        present(held, {
          nonce: request.nonce,
          audience: request.client_id,
          claims,
          at: Math.floor(Date.now() / 1000) - 600,
        }),
      'shown at another time',
    ],
    [
      'without what binds it to its holder',
      async (parts) => `${(await honest(parts)).split('~').slice(0, -1).join('~')}~`,
      'key binding',
    ],
    [
      'bound by somebody who is not its holder',
      async (parts) => {
        const { keys } = await hold(world.issuer, person('marc'));
        return honest({ ...parts, held: { ...parts.held, keys } });
      },
      'signature',
    ],
    ['with a changed disclosure', tampered, 'other attributes'],
    [
      'with a disclosure taken away after it was bound',
      async (parts) => {
        const [jwt, , ...rest] = (await honest(parts)).split('~');
        return [jwt, ...rest].join('~');
      },
      'key binding',
    ],
    [
      'without what was asked',
      ({ claims, ...parts }) => honest({ ...parts, claims: claims.slice(1) }),
      'other attributes',
    ],
    [
      'with more than was asked',
      ({ claims, ...parts }) => honest({ ...parts, claims: [...claims, 'nationalities'] }),
      'other attributes',
    ],
    ['that is no credential', async () => 'everything', 'presentation'],
  ])('%s is refused', async (_name, forgery, detail) => {
    expect(await forge(forgery)).toEqual(refusedFor(detail));
    expect(await problem()).toBe('invalidAnswer');
  });

  test.each<[string, () => Promise<Held>, string]>([
    ['of an issuer whom nobody vouches for', () => hold(world.stranger, person('sofie')), 'untrusted'],
    [
      'that has expired',
      () => hold(world.issuer, person('sofie'), { claims: { exp: Math.floor(Date.now() / 1000) - 60 } }),
      'expired',
    ],
    [
      'that is not valid yet',
      () => hold(world.issuer, person('sofie'), { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }),
      'not yet valid',
    ],
    ['of another type', () => hold(world.issuer, person('sofie'), { type: 'urn:eudi:diploma:1' }), 'form'],
    [
      'with a wrong national number',
      () =>
        hold(world.issuer, person('sofie'), { claims: { personal_administrative_number: '87041299615' } }),
      'wrongNationalNumber',
    ],
    [
      'that its issuer revoked',
      async () => {
        const held = await hold(world.issuer, person('sofie'));
        world.issuer.revoke(held.index);
        return held;
      },
      'revoked',
    ],
  ])('with a credential %s is refused', async (_name, heldBy, detail) => {
    expect(await forge(honest, await heldBy())).toEqual(refusedFor(detail));
  });

  test('whose issuer does not tell what it revoked is waited for', async () => {
    const status = { status_list: { idx: 0, uri: 'http://127.0.0.1:1/status' } };
    const held = await hold(world.issuer, person('sofie'), { hasStatus: false, claims: { status } });
    expect(await forge(honest, held)).toMatchObject({ failure: { code: 'unavailable' } });
  });

  test('without a status list is believed for as long as it is valid', async () => {
    const begun = await begin();
    const held = await hold(world.issuer, person('sofie'), { hasStatus: false });
    await compare(begun, await answerLink(begun.link, held, world.accessAnchor));
    expect(await begun.finish()).toMatchObject({ ok: true });
  });

  test('that was encrypted for another request is refused', async () => {
    const first = await begin();
    const { request: older } = await readRequest(first.link, world.accessAnchor);
    const held = await hold(world.issuer, person('sofie'));
    const replayed = await encrypt(older, await honest({ request: older, held, claims: askedClaims(older) }));
    const begun = await begin();
    const { request } = await readRequest(begun.link, world.accessAnchor);
    await compare(begun, await post(request, { response: replayed }));
    expect(await begun.finish()).toEqual(refusedFor('encryption'));
  });

  test('with the state of another request is refused', async () => {
    const begun = await begin();
    const { request } = await readRequest(begun.link, world.accessAnchor);
    const held = await hold(world.issuer, person('sofie'));
    const presentation = await honest({ request, held, claims: askedClaims(request) });
    await compare(begun, await post(request, { response: await encrypt(request, presentation, 'another') }));
    expect(await begun.finish()).toEqual(refusedFor('another request'));
  });

  test('is taken once', async () => {
    const begun = await begin();
    const { request } = await readRequest(begun.link, world.accessAnchor);
    const held = await hold(world.issuer, person('sofie'));
    const response = await encrypt(request, await honest({ request, held, claims: askedClaims(request) }));
    await compare(begun, await post(request, { response }));
    await expect(post(request, { response })).rejects.toThrow('answered 400');
    expect(await begun.finish()).toMatchObject({ ok: true });
    await expect(post(request, { response })).rejects.toThrow('answered 400');
    expect(await begun.finish()).toEqual({ ok: false, failure: { code: 'notFound' } });
  });

  test('to what was withdrawn, or is too late, is not taken', async () => {
    const begun = await begin();
    const { request } = await readRequest(begun.link, world.accessAnchor);
    const held = await hold(world.issuer, person('sofie'));
    const response = await encrypt(request, await honest({ request, held, claims: askedClaims(request) }));
    laterMinutes = 11;
    await expect(post(request, { response })).rejects.toThrow('answered 400');
    await expect(readRequest(begun.link, world.accessAnchor)).rejects.toThrow('request answered 404');
    laterMinutes = 0;
    await withOrganisation(counter.organisation.id, (scope) =>
      moveRequest(scope, requestId, 'withdraw', { actor: systemActor, at: Date.now() }),
    );
    await expect(post(request, { response })).rejects.toThrow('answered 400');
    await expect(readRequest(begun.link, world.accessAnchor)).rejects.toThrow('request answered 404');
  });
});

describe('the settings', () => {
  test.each<[string, object]>([
    ['do not say that this is a trial', { forTrial: undefined }],
    ['believe nobody', { trustAnchors: [] }],
    ['hold the key of another certificate', { key: 'other' }],
    ['open something else than a wallet', { walletAddress: 'javascript://' }],
  ])('stop the start where they %s', async (_name, changes) => {
    expect(() => setUp(changes)).toThrow();
  });
});
