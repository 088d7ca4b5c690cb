import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

/** What is needed again of a request to a wallet; whoever keeps it keeps it secret. */
const eudiMemory = z.strictObject({
  /** The wallet's answer is signed over it. */
  nonce: z.string().min(1),
  /** Under this the wallet finds the request; it comes back as `state` in what is encrypted. */
  handle: z.string().min(1),
  /** For this one answer: a private key as JWK. */
  encryptionKey: z.string().min(1),
});
export type EudiMemory = z.infer<typeof eudiMemory>;

export const readMemory = (own: Readonly<Record<string, string>>): EudiMemory => eudiMemory.parse(own);

const random = (): string => randomBytes(32).toString('base64url');

/** A new one, with a key that nobody else's answer was ever encrypted for. */
export async function createMemory(): Promise<EudiMemory> {
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: random(), use: 'enc', alg: 'ECDH-ES' };
  return { nonce: random(), handle: random(), encryptionKey: JSON.stringify(key) };
}

const encryptionKey = z.looseObject({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
});

/** The half of that key that wallets are told. */
export function publicKeyOf({ encryptionKey: key }: EudiMemory): object {
  const { kty, crv, x, y, kid } = encryptionKey.parse(JSON.parse(key));
  return { kty, crv, x, y, kid, use: 'enc', alg: 'ECDH-ES' };
}
