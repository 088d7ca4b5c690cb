import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { insist } from './refusal.ts';

const base64 = z
  .string()
  .max(16_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** What the browser's extension gives (Web eID authentication token, format 1): nothing in it is believed before it is checked. */
const authenticationToken = z.object({
  format: z.string().regex(/^web-eid:1(\.\d+)?$/),
  algorithm: z.enum(['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']),
  unverifiedCertificate: base64,
  signature: base64,
});
export type AuthenticationToken = z.infer<typeof authenticationToken>;

/** @throws Refusal for anything else */
export function readToken(answer: string): AuthenticationToken {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    insist(false, 'form');
  }
  const read = authenticationToken.safeParse(value);
  insist(read.success, 'form');
  return read.data;
}

/** What was to be signed: for which site, and which challenge. */
export type Challenge = { readonly origin: string; readonly nonce: string };

/**
 * Over hash(origin) followed by hash(nonce), as text, with the hash of the algorithm: a signature for another site, or for another challenge,
 * is another signature.
 * @throws Refusal
 */
export function checkSignature(
  { algorithm, signature }: AuthenticationToken,
  { origin, nonce }: Challenge,
  publicKey: KeyObject,
): void {
  const hashName = `sha${algorithm.slice(2)}`;
  const hash = (text: string) => createHash(hashName).update(text).digest();
  const signed = Buffer.concat([hash(origin), hash(nonce)]);
  insist(publicKey.asymmetricKeyType === (algorithm.startsWith('ES') ? 'ec' : 'rsa'), 'key');
  const isRight = verify(hashName, signed, keyFor(algorithm, publicKey), Buffer.from(signature, 'base64'));
  insist(isRight, 'signature');
}

function keyFor(algorithm: AuthenticationToken['algorithm'], key: KeyObject) {
  if (algorithm.startsWith('ES')) return { key, dsaEncoding: 'ieee-p1363' as const };
  if (algorithm.startsWith('RS')) return { key, padding: constants.RSA_PKCS1_PADDING };
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
