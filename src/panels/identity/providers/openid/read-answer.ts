import { createHash } from 'node:crypto';
import {
  authorizationCodeGrant,
  type Configuration,
  fetchUserInfo,
  getDecryptedResponses,
} from 'openid-client';
import { reachesLevel } from '#journey/assurance-level.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  type IdentityCallback,
  type IdentityFailure,
  type IdentityMemory,
  identityMinutes,
  type VerifiedIdentity,
} from '#ports/identity-provider.ts';
import type { Connection } from './connection.ts';
import { describeFailure, type Step } from './failures.ts';
import { openIdMemory } from './memory.ts';
import type { Claims, ConfiguredProfile } from './profile.ts';

/** Clocks differ by this at most. */
const toleranceSeconds = 30;

type Answer = { readonly claims: Claims; readonly subject: string; readonly idToken: string };

/** Redeems the code and judges what the provider says. Each check that fails refuses the whole of it. */
export async function readAnswer(
  id: string,
  profile: ConfiguredProfile,
  connection: Connection,
  callback: IdentityCallback,
  memory: IdentityMemory,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  if (memory.provider !== id) return invalid('answer: another provider');
  if (callback.at > memory.asked.askedAt + identityMinutes * 60_000) return fail({ code: 'expired' });
  let step: Step = 'discovery';
  try {
    const configuration = await connection.connect();
    step = 'answer';
    const { tokens, idTokenClaims, idToken } = await redeem(configuration, profile, callback, memory);
    if (idToken === null) return invalid('answer: not encrypted');
    step = 'userinfo';
    const { sub } = idTokenClaims;
    const told = configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, sub)
      : {};
    // What is said of the proof itself is taken from the id_token alone: it carries the nonce.
    const claims = { ...told, ...idTokenClaims };
    return judge(id, profile, memory, { claims, subject: sub, idToken });
  } catch (error) {
    return fail(describeFailure(step, error));
  }
}

async function redeem(
  configuration: Configuration,
  { protocol }: ConfiguredProfile,
  { query }: IdentityCallback,
  { asked, state, own }: IdentityMemory,
) {
  const { nonce, codeVerifier } = openIdMemory.parse(own);
  const address = new URL(asked.redirectUri);
  address.search = query;
  const tokens = await authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: codeVerifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const idTokenClaims = tokens.claims();
  if (idTokenClaims === undefined) throw new Error('no id_token');
  const decrypted = getDecryptedResponses(tokens)?.id_token?.token_endpoint;
  const idToken = protocol.isEncrypted ? (decrypted ?? null) : (tokens.id_token ?? null);
  return { tokens, idTokenClaims, idToken };
}

function judge(
  id: string,
  profile: ConfiguredProfile,
  { asked }: IdentityMemory,
  { claims, subject, idToken }: Answer,
): Result<VerifiedIdentity, IdentityFailure> {
  const authenticatedAt = typeof claims.auth_time === 'number' ? claims.auth_time : null;
  if (authenticatedAt !== null && authenticatedAt + toleranceSeconds < asked.askedAt / 1000)
    return invalid('answer: signed on before');
  const acr = profile.readAcr(claims);
  const line = profile.levels.find((each) => each.acr === acr);
  if (line === undefined || !reachesLevel(line.level, asked.level))
    return fail({ code: 'levelTooLow', reached: line?.level ?? null });
  const read = profile.readPerson(claims, asked.attributes);
  if (!read.ok) return invalid(`answer: ${read.failure.code}`);
  const person = read.value;
  const wants = (attribute: (typeof asked.attributes)[number]) => asked.attributes.includes(attribute);
  return succeed({
    level: line.level,
    provider: id,
    method: line.method,
    subject,
    // A provider may tell more than it was asked; what was not asked is not taken.
    name: wants('name') ? person.name : null,
    birthDate: wants('birthDate') ? person.birthDate : null,
    nationalNumber: wants('nationalNumber') ? person.nationalNumber : null,
    mandate: wants('mandate') ? person.mandate : null,
    evidence: {
      issuer: profile.settings.issuer,
      acr,
      amr: readMethods(claims.amr),
      authenticatedAt,
      idTokenHash: createHash('sha256').update(idToken).digest('hex'),
    },
  });
}

function readMethods(amr: unknown): readonly string[] {
  return Array.isArray(amr) ? amr.filter((method) => typeof method === 'string').slice(0, 10) : [];
}

const invalid = (detail: string) => fail({ code: 'invalidAnswer', detail } as const);
