import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IdentityMemory } from '#ports/identity-provider.ts';
import { makeIdentityKeys } from '../../../../../scripts/stack/identity-keys.ts';
import {
  askOf,
  beSomebody,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../../scripts/testing/identity-world.ts';
import type { OwnKeys } from './keys.ts';

let world: IdentityWorld;
let otherKeys: OwnKeys;
beforeAll(async () => {
  world = await startIdentityWorld();
  otherKeys = (await makeIdentityKeys()) as unknown as OwnKeys;
});
afterAll(() => world.close());

/** Sofie went to the provider and comes back. */
async function cameBack(profile: 'itsme' | 'acm-idm' = 'acm-idm', change?: (address: URL) => void) {
  const provider = world.providerOf(profile);
  const begun = await provider.begin(askOf(profile));
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  const address = new URL(begun.value.redirectUrl);
  change?.(address);
  const query = await beSomebody(address.href, 'sofie');
  return { provider, memory: begun.value.memory, query };
}

const other = 'another-value-of-the-right-length-0123456789';

it.each<[string, (memory: IdentityMemory) => IdentityMemory]>([
  ['another verifier', (memory) => ({ ...memory, own: { ...memory.own, codeVerifier: other } })],
  ['another nonce', (memory) => ({ ...memory, own: { ...memory.own, nonce: other } })],
  ['another state', (memory) => ({ ...memory, state: other })],
  ['the memory of another provider', (memory) => ({ ...memory, provider: 'itsme' })],
  [
    'a sign-on from before it was asked',
    (memory) => ({ ...memory, asked: { ...memory.asked, askedAt: Date.now() + 120_000 } }),
  ],
])('an answer is refused with %s', async (_name, change) => {
  const { provider, memory, query } = await cameBack();
  const answer = await provider.finish({ query, at: Date.now() }, change(memory));
  expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
});

it('a code is redeemed once', async () => {
  const { provider, memory, query } = await cameBack();
  expect(await provider.finish({ query, at: Date.now() }, memory)).toMatchObject({ ok: true });
  const again = await provider.finish({ query, at: Date.now() }, memory);
  expect(again).toEqual({ ok: false, failure: { code: 'invalidAnswer', detail: 'answer: invalid_grant' } });
});

it('an answer that names another provider is refused (RFC 9207)', async () => {
  const { provider, memory, query } = await cameBack();
  const changed = new URLSearchParams(query);
  changed.set('iss', `${world.origin}/itsme`);
  const answer = await provider.finish({ query: `?${changed}`, at: Date.now() }, memory);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
});

it('a refusal that somebody else made up is not taken for the person’s own', async () => {
  const { provider, memory } = await cameBack();
  const query = `?error=access_denied&state=${other}&iss=${encodeURIComponent(`${world.origin}/acm-idm`)}`;
  const answer = await provider.finish({ query, at: Date.now() }, memory);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
});

it('after ten minutes nothing is taken any more', async () => {
  const { provider, memory, query } = await cameBack();
  const at = memory.asked.askedAt + 10 * 60_000 + 1;
  expect(await provider.finish({ query, at }, memory)).toEqual({ ok: false, failure: { code: 'expired' } });
});

it('without PKCE, or with an unknown scope, the provider lets nobody through', async () => {
  const withoutPkce = await cameBack('itsme', ({ searchParams }) => {
    searchParams.delete('code_challenge');
    searchParams.delete('code_challenge_method');
  });
  const unknownScope = await cameBack('acm-idm', ({ searchParams }) => {
    searchParams.set('scope', 'openid profile everything');
  });
  for (const { provider, memory, query } of [withoutPkce, unknownScope])
    expect(await provider.finish({ query, at: Date.now() }, memory)).toMatchObject({
      ok: false,
      failure: { code: 'misconfigured' },
    });
});

it('an unknown scope is refused also where the request is pushed', async () => {
  const scopes = { nationalNumber: ['everything'] };
  const begun = await world.providerOf('generic', { settings: { scopes } }).begin(askOf('generic'));
  const failure = { code: 'misconfigured', detail: 'push: invalid_scope' };
  expect(begun).toEqual({ ok: false, failure });
});

it('a key that the provider does not know lets us in nowhere', async () => {
  const { memory, query } = await cameBack('itsme');
  const stranger = world.providerOf('itsme', { keys: otherKeys });
  const refused = await stranger.finish({ query, at: Date.now() }, memory);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });

  const pushing = world.providerOf('digid-broker', { keys: otherKeys });
  const begun = await pushing.begin(askOf('digid-broker'));
  expect(begun).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });
});

it('what was encrypted for another key stays unread', async () => {
  const { memory, query } = await cameBack('itsme');
  const [sig] = world.keys;
  const [, enc] = otherKeys;
  const keys = [sig, enc].filter((key) => key !== undefined);
  const answer = await world.providerOf('itsme', { keys }).finish({ query, at: Date.now() }, memory);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
});

it('after a new key was put in front, what was encrypted for the old one is still read', async () => {
  const { memory, query } = await cameBack('itsme');
  const [sig, oldEnc] = world.keys;
  const [, newEnc] = otherKeys;
  const keys = [sig, newEnc, oldEnc].filter((key) => key !== undefined);
  const answer = await world.providerOf('itsme', { keys }).finish({ query, at: Date.now() }, memory);
  expect(answer).toMatchObject({ ok: true, value: { name: 'Sofie Van Daele' } });
});

it('an answer that should be encrypted and is not is refused', async () => {
  const provider = world.providerOf('generic', { settings: { isEncrypted: true } });
  const begun = await provider.begin(askOf('generic'));
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  const query = await beSomebody(begun.value.redirectUrl, 'sofie');
  const answer = await provider.finish({ query, at: Date.now() }, begun.value.memory);
  const failure = { code: 'invalidAnswer', detail: 'answer: not encrypted' };
  expect(answer).toEqual({ ok: false, failure });
});
