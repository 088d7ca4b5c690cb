import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { CompactEncrypt, importJWK } from 'jose';
import { z } from 'zod';
import { fetchFromThisMachine } from './fetch-here.ts';
import { insist, type RequestObject } from './read-request.ts';
import { hasher, signerWith } from './signing.ts';

/** A credential in a wallet, with the key to which it is bound. */
export type Held = { readonly credential: string; readonly keys: CryptoKeyPair };

type Shown = {
  readonly nonce: string;
  readonly audience: string;
  /** Of the claims these, and no others. */
  readonly claims: readonly string[];
  /** Epoch seconds. */
  readonly at?: number;
};

/** What is shown of a credential, signed by its holder for who asks (SD-JWT, key binding). */
export function present({ credential, keys }: Held, { nonce, audience, claims, at }: Shown): Promise<string> {
  const library = new SDJwtVcInstance({
    hasher,
    kbSigner: signerWith(keys.privateKey),
    kbSignAlg: 'ES256',
  });
  const frame = Object.fromEntries(claims.map((name) => [name, true]));
  const iat = at ?? Math.floor(Date.now() / 1000);
  return library.present(credential, frame as never, { kb: { payload: { iat, aud: audience, nonce } } });
}

/** The claims that a request asks. */
export function askedClaims({ dcql_query: { credentials } }: RequestObject): readonly string[] {
  return credentials.flatMap(({ claims = [] }) => claims.flatMap(({ path }) => path));
}

/** An answer, encrypted for who asked (OpenID4VP 1.0, section 8.3). */
export async function encrypt(
  request: RequestObject,
  presentation: string,
  state = request.state,
): Promise<string> {
  const [key] = request.client_metadata.jwks.keys;
  const [{ id } = { id: '' }] = request.dcql_query.credentials;
  const answer = { vp_token: { [id]: [presentation] }, state };
  return new CompactEncrypt(Buffer.from(JSON.stringify(answer)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM', kid: key?.kid })
    .encrypt(await importJWK(key as never, 'ECDH-ES'));
}

const onwards = z.strictObject({ redirect_uri: z.url().optional() });

/** Posts an answer. @returns where its person goes on to, or nowhere @throws Unacceptable where it was refused */
export async function post(
  request: RequestObject,
  answer: Readonly<Record<string, string>>,
): Promise<string | null> {
  const { status, text } = await fetchFromThisMachine(request.response_uri, new URLSearchParams(answer));
  insist(status === 200, `answered ${status}`);
  return onwards.parse(JSON.parse(text)).redirect_uri ?? null;
}
