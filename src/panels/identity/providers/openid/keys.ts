import { type CryptoKey, importJWK } from 'jose';
import type { IdentityKey } from '#shared/config/schema.ts';

const algorithms = { sig: 'RS256', enc: 'RSA-OAEP-256' } as const;

/** An organisation's own keys towards identity providers. Of each use the first one is the newest. */
export type OwnKeys = readonly IdentityKey[];

/**
 * What providers read to check our signature and to encrypt for us (RFC 7517): one key of each use, as itsme demands. An older one stays
 * in the settings for a while, for what was encrypted before the provider read this again.
 */
export function publicKeys(keys: OwnKeys): { readonly keys: readonly object[] } {
  const newest = (['sig', 'enc'] as const).map((use) => keys.find((key) => key.use === use));
  return {
    keys: newest
      .filter((key) => key !== undefined)
      .map(({ kty, use, kid, n, e }) => ({ kty, use, kid, n, e, alg: algorithms[use] })),
  };
}

type UsableKey = { readonly key: CryptoKey; readonly kid: string };

/** The key that we sign with; null where there is none. */
export async function signingKey(keys: OwnKeys): Promise<UsableKey | null> {
  const newest = keys.find(({ use }) => use === 'sig');
  return newest === undefined ? null : importKey(newest);
}

/** Every key that something may have been encrypted for. */
export function decryptionKeys(keys: OwnKeys): Promise<readonly UsableKey[]> {
  return Promise.all(keys.filter(({ use }) => use === 'enc').map(importKey));
}

async function importKey(jwk: IdentityKey): Promise<UsableKey> {
  const key = (await importJWK({ ...jwk, alg: algorithms[jwk.use] }, algorithms[jwk.use])) as CryptoKey;
  return { key, kid: jwk.kid };
}
