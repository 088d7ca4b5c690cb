import { SignJWT } from 'jose';
import { z } from 'zod';
import type { IdentityMemory } from '#ports/identity-provider.ts';
import { type OwnKeys, signingKey } from '../openid/keys.ts';
import { isThisMachine } from '../secure-address.ts';
import { wishedAttributes } from './attributes.ts';
import type { YiviSettings } from './settings.ts';

/** What one answer of the server may take. Somebody waits for it. */
const answerMilliseconds = 8_000;

const started = z.object({
  sessionPtr: z.object({ u: z.url({ protocol: /^https?$/ }), irmaqr: z.literal('disclosing') }),
  token: z.string().regex(/^[A-Za-z0-9]{20,}$/),
  frontendRequest: z.object({ authorization: z.string().min(1) }),
});
const withCode = z.object({ pairingMethod: z.literal('pin'), pairingCode: z.string().regex(/^\d{4,8}$/) });

/** What is needed again of a session: its token at the server, what the QR code says, and the code that the app will show. */
export const yiviMemory = z.strictObject({
  token: z.string().min(1),
  /** The address that the app speaks to, and under which we steer the session. */
  address: z.url(),
  steering: z.string().min(1),
  pairingCode: z.string().min(1),
});
export type YiviMemory = z.infer<typeof yiviMemory>;

/** An answer of the server that is not the one agreed on; `status` 0 for a well-formed one with something else in it. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answer ${status}`);
    this.status = status;
  }
}

/** Begins a session for what is asked, in which an app has to show a code before it goes on. */
export async function startSession(
  settings: YiviSettings,
  keys: OwnKeys,
  { asked, state }: Pick<IdentityMemory, 'asked' | 'state'>,
): Promise<YiviMemory> {
  const returnUrl = new URL(asked.redirectUri);
  returnUrl.searchParams.set('state', state);
  const request = {
    '@context': 'https://irma.app/ld/request/disclosure/v2',
    disclose: [[wishedAttributes(settings.scheme, asked.attributes)]],
    // Where an app on the same device leads back to.
    clientReturnUrl: returnUrl.href,
  };
  const body = await signRequest(settings, keys, { request, timeout: 600 });
  const answer = await call(`${baseOf(settings)}/session`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
  });
  const { sessionPtr, token, frontendRequest } = readAs(started, await answer.json());
  const isSafe = sessionPtr.u.startsWith('https:') || isThisMachine(sessionPtr.u);
  if (!isSafe) throw new UnexpectedAnswer(0);
  const session = { token, address: sessionPtr.u, steering: frontendRequest.authorization };
  const options = readAs(withCode, await setPairing(session, 'pin'));
  return { ...session, pairingCode: options.pairingCode };
}

async function signRequest({ requestor }: YiviSettings, keys: OwnKeys, sprequest: object): Promise<string> {
  const key = await signingKey(keys);
  if (key === null) throw new Error('no key to sign with');
  return new SignJWT({ sprequest })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setSubject('verification_request')
    .setIssuer(requestor)
    .setIssuedAt()
    .sign(key.key);
}

type Steered = Pick<YiviMemory, 'address' | 'steering'>;

/** Whether an app must show a code first. It can be said until an app has the session. */
export async function setPairing(session: Steered, pairingMethod: 'pin' | 'none'): Promise<unknown> {
  const answer = await steer(session, 'options', {
    '@context': 'https://irma.app/ld/request/frontendoptions/v1',
    pairingMethod,
  });
  return answer.json();
}

/** Lets the app go on that shows the right code. */
export async function completePairing(session: Steered): Promise<void> {
  await steer(session, 'pairingcompleted', {});
}

function steer({ address, steering }: Steered, what: string, body: object): Promise<Response> {
  return call(`${address}/frontend/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: steering },
    body: JSON.stringify(body),
  });
}

const statuses = z.enum(['INITIALIZED', 'PAIRING', 'CONNECTED', 'CANCELLED', 'DONE', 'TIMEOUT']);
export type YiviStatus = z.infer<typeof statuses>;

export async function readStatus(settings: YiviSettings, { token }: YiviMemory): Promise<YiviStatus> {
  const answer = await call(`${baseOf(settings)}/session/${token}/status`);
  return readAs(statuses, await answer.json());
}

/** The signed result of a session that is done, as a JWT. */
export async function readResult(settings: YiviSettings, { token }: YiviMemory): Promise<string> {
  return (await call(`${baseOf(settings)}/session/${token}/result-jwt`)).text();
}

/** Ends a session, so that no app can do anything with it any more. */
export async function endSession(settings: YiviSettings, { token }: YiviMemory): Promise<void> {
  await call(`${baseOf(settings)}/session/${token}`, { method: 'DELETE' });
}

const baseOf = ({ server }: YiviSettings): string => server.replace(/\/+$/, '');

async function call(address: string, options: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(answerMilliseconds);
  const answer = await fetch(address, { ...options, signal, redirect: 'error' });
  if (!answer.ok) throw new UnexpectedAnswer(answer.status);
  return answer;
}

function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new UnexpectedAnswer(0);
  return read.data;
}
