import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IdentityAsk, IdentityMemory, IdentityProvider } from '#ports/identity-provider.ts';
import { type CardWorld, signChallenge, startCardWorld } from '../../../../../scripts/testing/card-world.ts';
import type { ResponderManner } from '../../../../../scripts/testing/ocsp-responder.ts';
import { webEid } from './kind.ts';

const origin = 'https://balie.example.be';
let world: CardWorld;
let provider: IdentityProvider;

const setUp = (settings: object = {}) =>
  webEid.setUp({
    id: 'web-eid',
    keys: [],
    settings: {
      issuers: [world.authority, world.formerAuthority],
      refusedPolicies: ['1.2.3.4'],
      ...settings,
    },
  });

beforeAll(async () => {
  world = await startCardWorld();
  provider = setUp();
});
beforeEach(() => world.respond({}));
afterAll(() => world.close());

const ask: IdentityAsk = {
  level: 'high',
  attributes: ['name', 'nationalNumber'],
  language: 'nl',
  redirectUri: `${origin}/api/identity/web-eid/callback`,
  askedAt: Date.now(),
};

async function begin(asked: IdentityAsk = ask): Promise<IdentityMemory> {
  const begun = await provider.begin({ ...asked, askedAt: Date.now() });
  if (!begun.ok) throw new Error(begun.failure.code);
  return begun.value.memory;
}

function challengeOf(memory: IdentityMemory): string {
  if (provider.here?.kind !== 'card') throw new Error('no card');
  return provider.here.show(memory).challenge;
}

type CardName = keyof CardWorld['cards'];
type Token = ReturnType<typeof signChallenge>;
const sign = (memory: IdentityMemory, card: CardName = 'sofie', at = origin) =>
  signChallenge(world.cards[card], { origin: at, challenge: challengeOf(memory) });

const finish = (memory: IdentityMemory, answer: object | string, by = provider, at = Date.now()) => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return by.finish({ query: new URLSearchParams({ answer: text }).toString(), at }, memory);
};

const refusedFor = (detail: string) => ({
  ok: false,
  failure: { code: 'invalidAnswer', detail: `answer: ${detail}` },
});

describe('a card that signs', () => {
  it('tells who holds it, at level high, and what was not asked is not taken', async () => {
    const memory = await begin();
    expect(challengeOf(memory)).toHaveLength(44);
    expect(await finish(memory, sign(memory))).toEqual({
      ok: true,
      value: {
        level: 'high',
        provider: 'web-eid',
        method: 'eid-be',
        subject: null,
        name: 'Sofie Van Daele',
        birthDate: null,
        nationalNumber: { kind: 'rijksregisternummer', digits: '87041299614' },
        mandate: null,
        evidence: {
          issuer: expect.stringContaining('CN=Practice Citizen CA'),
          acr: 'BE',
          amr: ['ES384'],
          authenticatedAt: expect.any(Number),
          idTokenHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    });
    const less = await begin({ ...ask, attributes: [] });
    expect(await finish(less, sign(less))).toMatchObject({ value: { name: null, nationalNumber: null } });
  });

  it('signs a new challenge each time', async () => {
    expect(challengeOf(await begin())).not.toBe(challengeOf(await begin()));
  });

  it.each<[string, CardName, string]>([
    ['has expired', 'expired', 'validity'],
    ['is not valid yet', 'future', 'validity'],
    ['is for signatures, not for signing on', 'signing', 'usage'],
    ['has a policy that the settings refuse', 'policy', 'policy'],
    ['comes from an authority of the same name that is another', 'strange', 'untrusted'],
    ['comes from an authority that is valid no longer', 'former', 'issuer validity'],
    ['is an authority itself', 'authority', 'authority'],
    ['names no responder', 'silent', 'no responder'],
    ['has a number with wrong check digits', 'wrongNumber', 'wrongNationalNumber'],
  ])('is refused where it %s', async (_name, card, detail) => {
    const memory = await begin();
    expect(await finish(memory, sign(memory, card))).toEqual(refusedFor(detail));
  });

  it('is refused where the settings trust the root alone', async () => {
    const memory = await begin();
    const answer = await finish(memory, sign(memory), setUp({ issuers: [world.root] }));
    expect(answer).toEqual(refusedFor('untrusted'));
  });

  it('of a country that is not in the table proves too little', async () => {
    const memory = await begin();
    const answer = await finish(memory, sign(memory, 'foreign'));
    expect(answer).toEqual({ ok: false, failure: { code: 'levelTooLow', reached: null } });
  });
});

describe('a signature', () => {
  it.each(['https://evil.example', `${origin}/`, 'https://balie.example.be:444'])(
    'for %s is not for us',
    async (at) => {
      const memory = await begin();
      expect(await finish(memory, sign(memory, 'sofie', at))).toEqual(refusedFor('signature'));
    },
  );

  it('of another attempt proves nothing', async () => {
    const [memory, other] = [await begin(), await begin()];
    expect(await finish(memory, sign(other))).toEqual(refusedFor('signature'));
  });

  it.each<[string, (token: Token) => object, string]>([
    ['of another format', (token) => ({ ...token, format: 'web-eid:2.0' }), 'form'],
    ['of a format that only begins alike', (token) => ({ ...token, format: 'web-eid:10' }), 'form'],
    ['with an algorithm that is not on the list', (token) => ({ ...token, algorithm: 'none' }), 'form'],
    ['with the algorithm of another kind of key', (token) => ({ ...token, algorithm: 'RS256' }), 'key'],
    ['with another hash', (token) => ({ ...token, algorithm: 'ES256' }), 'signature'],
    ['without a certificate', (token) => ({ ...token, unverifiedCertificate: undefined }), 'form'],
    ['with bytes for a certificate', (token) => ({ ...token, unverifiedCertificate: 'AAAA' }), 'certificate'],
    [
      'with the certificate of somebody else',
      (token) => ({
        ...token,
        unverifiedCertificate: sign({ own: { nonce: 'x' } } as never, 'foreign').unverifiedCertificate,
      }),
      'signature',
    ],
  ])('%s is refused', async (_name, change, detail) => {
    const memory = await begin();
    expect(await finish(memory, change(sign(memory)))).toEqual(refusedFor(detail));
  });

  it('that is no JSON is refused, too late is too late, and who cancels says no', async () => {
    const memory = await begin();
    expect(await finish(memory, '{')).toEqual(refusedFor('form'));
    const late = Date.now() + 10 * 60_000 + 1_000;
    expect(await finish(memory, sign(memory), provider, late)).toMatchObject({
      failure: { code: 'expired' },
    });
    expect(await finish(memory, 'cancelled')).toEqual({ ok: false, failure: { code: 'refused' } });
    expect(await finish({ ...memory, provider: 'itsme' }, sign(memory))).toEqual(
      refusedFor('another provider'),
    );
  });
});

describe('what the responder says', () => {
  it.each<[string, ResponderManner, string]>([
    ['that it was revoked', { status: 'revoked' }, 'revoked'],
    ['that it does not know it', { status: 'unknown' }, 'revoked'],
    ['without our nonce', { nonce: 'none' }, 'revocation nonce'],
    ['with another nonce', { nonce: 'another' }, 'revocation nonce'],
    ['twenty minutes ago', { ageMinutes: 20 }, 'revocation stale'],
    ['for later', { ageMinutes: -20 }, 'revocation stale'],
    ['until a time that is past', { nextInMinutes: -20 }, 'revocation stale'],
    ['twice over', { isTwice: true }, 'revocation form'],
    ['with a hash that proves nothing', { hash: 'SHA-1' }, 'revocation algorithm'],
    ['about another card', { about: 'another' }, 'revocation of another'],
    ['signed by the holder of another card', { signer: 'anotherCard' }, 'revocation signature'],
    ['signed by another authority’s responder', { signer: 'stranger' }, 'revocation signature'],
  ])('%s lets nobody in', async (_name, manner, detail) => {
    world.respond(manner);
    const memory = await begin();
    expect(await finish(memory, sign(memory))).toEqual(refusedFor(detail));
  });

  it('may be signed by the authority itself', async () => {
    world.respond({ signer: 'authority' });
    const memory = await begin();
    expect(await finish(memory, sign(memory))).toMatchObject({ ok: true });
  });

  it('may lack a nonce where the settings name that responder, and no wrong one even then', async () => {
    const lenient = setUp({ respondersWithoutNonce: [world.address] });
    const memory = await begin();
    world.respond({ nonce: 'none' });
    expect(await finish(memory, sign(memory), lenient)).toMatchObject({ ok: true });
    world.respond({ nonce: 'another' });
    expect(await finish(memory, sign(memory), lenient)).toEqual(refusedFor('revocation nonce'));
  });

  it('is waited for: without an answer nobody is let in, and it may work later', async () => {
    world.respond({ isAway: true });
    const memory = await begin();
    expect(await finish(memory, sign(memory))).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });
});

describe('the settings', () => {
  it.each([
    ['no authority', []],
    ['a text that is none', ['-----BEGIN CERTIFICATE-----']],
  ])('with %s stop the start', (_name, issuers) => {
    expect(() => setUp({ issuers })).toThrow();
  });
});
