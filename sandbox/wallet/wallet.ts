import { exportJWK } from 'jose';
import type { Person } from '../citizens/persons.ts';
import type { Issuer, Issuing } from './issuer.ts';
import { readRequest } from './read-request.ts';
import { askedClaims, encrypt, type Held, post, present } from './show.ts';

/** A person's credential, bound to a new key of their telephone. */
export async function hold(
  issuer: Issuer,
  person: Person,
  issuing?: Issuing,
): Promise<Held & { readonly index: number }> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { kty, crv, x, y } = await exportJWK(keys.publicKey);
  return { ...(await issuer.issue(person, { kty, crv, x, y }, issuing)), keys };
}

/** Shows what a link asks, as the person would who presses "show". @returns where they go on to @throws Unacceptable */
export async function answerLink(link: string, held: Held, accessAnchor: string): Promise<string | null> {
  const { request } = await readRequest(link, accessAnchor);
  const shown = { nonce: request.nonce, audience: request.client_id, claims: askedClaims(request) };
  return post(request, { response: await encrypt(request, await present(held, shown)) });
}

/** Says no, as the person would (OpenID4VP 1.0, section 8.5). */
export async function refuseLink(link: string, accessAnchor: string): Promise<string | null> {
  const { request } = await readRequest(link, accessAnchor);
  return post(request, { error: 'access_denied', state: request.state });
}
