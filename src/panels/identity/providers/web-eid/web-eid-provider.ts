import { createHash, randomBytes } from 'node:crypto';
import { reachesLevel } from '#journey/assurance-level.ts';
import type { LocalizedText } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  type IdentityCallback,
  type IdentityFailure,
  type IdentityMemory,
  type IdentityProvider,
  identityMinutes,
  type VerifiedIdentity,
} from '#ports/identity-provider.ts';
import { bestLevel } from '../../levels.ts';
import { type TrustedCertificate, trustCertificate } from './certificate.ts';
import { webEidLevels } from './levels.ts';
import { readHolder } from './person.ts';
import { Refusal } from './refusal.ts';
import { checkNotRevoked, ResponderAway } from './revocation.ts';
import type { WebEidSettings } from './settings.ts';
import { type AuthenticationToken, checkSignature, readToken } from './token.ts';

const name: LocalizedText = {
  nl: 'eID met kaartlezer',
  fr: 'eID avec lecteur de carte',
  en: 'eID card in a reader',
  de: 'eID mit Kartenleser',
};
const needs: LocalizedText = {
  nl: 'Met uw identiteitskaart, een kaartlezer, uw pincode en het programma Web eID op deze computer.',
  fr: 'Avec votre carte d’identité, un lecteur, votre code PIN et le programme Web eID sur cet ordinateur.',
  en: 'With your identity card, a reader, your PIN and the program Web eID on this computer.',
  de: 'Mit Ihrem Personalausweis, einem Kartenleser, Ihrer PIN und dem Programm Web eID auf diesem Computer.',
};

/** Said by our own page in the place of an answer: the person cancelled. */
export const cancelled = 'cancelled';

type WebEidOptions = { readonly id: string; readonly settings: WebEidSettings };

/** A card in a reader that signs our challenge by the browser's extension (https://web-eid.eu); the server judges all of it. */
export function createWebEidProvider({ id, settings }: WebEidOptions): IdentityProvider {
  return {
    id,
    name,
    needs,
    highestLevel: bestLevel(webEidLevels),
    gives: ['name', 'nationalNumber'],
    methods: webEidLevels.map((line) => ({ method: line.method, name: line.name })),
    begin: async (asked) => {
      const state = randomBytes(32).toString('base64url');
      // 44 characters: the extension takes no shorter one.
      const own = { nonce: randomBytes(32).toString('base64') };
      return succeed({ redirectUrl: null, memory: { provider: id, state, asked, own } });
    },
    finish: (callback, memory) => finish(id, settings, callback, memory),
    here: { kind: 'card', show: ({ own }) => ({ challenge: own.nonce ?? '' }) },
  };
}

async function finish(
  id: string,
  settings: WebEidSettings,
  { query, at }: IdentityCallback,
  { provider, own, asked }: IdentityMemory,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  if (provider !== id || own.nonce === undefined) return invalid('another provider');
  if (at > asked.askedAt + identityMinutes * 60_000) return fail({ code: 'expired' });
  const answer = new URLSearchParams(query).get('answer') ?? cancelled;
  if (answer === cancelled) return fail({ code: 'refused' });
  try {
    const token = readToken(answer);
    const trusted = trustCertificate(token.unverifiedCertificate, settings, at);
    const { origin } = new URL(asked.redirectUri);
    checkSignature(token, { origin, nonce: own.nonce }, trusted.card.publicKey);
    await checkNotRevoked(trusted, settings, at);
    return judge(id, { token, trusted, at }, asked);
  } catch (error) {
    if (error instanceof Refusal) return invalid(error.message);
    if (error instanceof ResponderAway) return fail({ code: 'unavailable', detail: 'answer: revocation' });
    throw error;
  }
}

type Checked = {
  readonly token: AuthenticationToken;
  readonly trusted: TrustedCertificate;
  readonly at: number;
};

function judge(
  id: string,
  { token, trusted: { card, issuer }, at }: Checked,
  asked: IdentityMemory['asked'],
): Result<VerifiedIdentity, IdentityFailure> {
  const holder = readHolder(card);
  if (!holder.ok) return invalid(holder.failure.code);
  const { country, name: holderName, nationalNumber } = holder.value;
  const line = webEidLevels.find(({ acr }) => acr === country);
  if (line === undefined || !reachesLevel(line.level, asked.level))
    return fail({ code: 'levelTooLow', reached: line?.level ?? null });
  const wants = (attribute: (typeof asked.attributes)[number]) => asked.attributes.includes(attribute);
  return succeed({
    level: line.level,
    provider: id,
    method: line.method,
    subject: null,
    // The whole certificate comes along; what was not asked is not taken.
    name: wants('name') ? holderName : null,
    birthDate: null,
    nationalNumber: wants('nationalNumber') ? nationalNumber : null,
    mandate: null,
    evidence: {
      issuer: issuer.subject.replaceAll('\n', ', '),
      acr: country,
      amr: [token.algorithm],
      authenticatedAt: Math.floor(at / 1000),
      idTokenHash: createHash('sha256').update(token.signature).digest('hex'),
    },
  });
}

const invalid = (detail: string) => fail({ code: 'invalidAnswer', detail: `answer: ${detail}` } as const);
