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
import { Refusal } from '../web-eid/refusal.ts';
import { type CheckedPid, checkPresentation } from './check-presentation.ts';
import { readPid, wishedClaims } from './claims.ts';
import { eudiLevels, pidType } from './levels.ts';
import { createMemory, readMemory } from './memory.ts';
import { openAnswer } from './open-answer.ts';
import { clientIdOf, signRequest, walletLink } from './request-object.ts';
import type { EudiSettings } from './settings.ts';
import { StatusAway } from './status-list.ts';

const name: LocalizedText = {
  nl: 'EUDI-wallet',
  fr: 'EUDI Wallet',
  en: 'EUDI Wallet',
  de: 'EUDI-Wallet',
};
const needs: LocalizedText = {
  nl: 'Met de Europese portemonnee voor digitale identiteit op een telefoon. Dit is een proef.',
  fr: 'Avec le portefeuille européen d’identité numérique sur un téléphone. Ceci est un essai.',
  en: 'With the European Digital Identity Wallet on a phone. This is a trial.',
  de: 'Mit der europäischen Brieftasche für die digitale Identität auf einem Telefon. Das ist ein Versuch.',
};

type EudiOptions = { readonly id: string; readonly settings: EudiSettings };

/**
 * The EUDI wallet over OpenID for Verifiable Presentations 1.0, in the High Assurance Interoperability Profile: a wallet fetches our signed request,
 * and posts its encrypted answer to us. Nothing of it passes through the browser.
 */
export function createEudiProvider({ id, settings }: EudiOptions): IdentityProvider {
  return {
    id,
    name,
    needs,
    highestLevel: bestLevel(eudiLevels),
    gives: ['name', 'birthDate', 'nationalNumber'],
    methods: eudiLevels.map((line) => ({ method: line.method, name: line.name })),
    begin: async (asked) => {
      const state = randomBytes(32).toString('base64url');
      return succeed({
        redirectUrl: null,
        memory: { provider: id, state, asked, own: await createMemory() },
      });
    },
    finish: (callback, memory) => finish(id, settings, callback, memory),
    here: {
      kind: 'wallet',
      handleOf: ({ own }) => readMemory(own).handle,
      show: (memory) => {
        const link = walletLink(settings, memory);
        return { code: link, appUrl: link };
      },
      ask: (memory, walletNonce, at) => signRequest(settings, memory, walletNonce, at),
    },
  };
}

async function finish(
  id: string,
  settings: EudiSettings,
  { at, posted = null }: IdentityCallback,
  { provider, asked, own }: IdentityMemory,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  if (provider !== id) return invalid('another provider');
  if (at > asked.askedAt + identityMinutes * 60_000) return fail({ code: 'expired' });
  // Whoever comes back before a wallet answered stops it: what comes later finds nothing.
  if (posted === null) return fail({ code: 'refused' });
  const memory = readMemory(own);
  try {
    const opened = await openAnswer(posted, memory);
    if (opened.kind === 'refused') return fail({ code: 'refused' });
    const checked = await checkPresentation(opened.presentation, {
      trustAnchors: settings.trustAnchors,
      audience: clientIdOf(settings),
      nonce: memory.nonce,
      wished: wishedClaims(asked.attributes),
      askedAt: asked.askedAt,
      at,
    });
    return judge(id, asked, checked, opened.presentation);
  } catch (error) {
    if (error instanceof Refusal) return invalid(error.message);
    if (error instanceof StatusAway) return fail({ code: 'unavailable', detail: 'answer: status list' });
    throw error;
  }
}

function judge(
  id: string,
  asked: IdentityMemory['asked'],
  { claims, issuer, shownAt }: CheckedPid,
  presentation: string,
): Result<VerifiedIdentity, IdentityFailure> {
  const line = eudiLevels.find(({ acr }) => acr === claims.vct);
  if (line === undefined || !reachesLevel(line.level, asked.level))
    return fail({ code: 'levelTooLow', reached: line?.level ?? null });
  const read = readPid(claims);
  if (!read.ok) return invalid(read.failure.code);
  const { name: holderName, birthDate, nationalNumber } = read.value;
  const wants = (attribute: (typeof asked.attributes)[number]) => asked.attributes.includes(attribute);
  return succeed({
    level: line.level,
    provider: id,
    method: line.method,
    subject: null,
    // An issuer may leave some claims open to everybody; what was not asked is not taken.
    name: wants('name') ? holderName : null,
    birthDate: wants('birthDate') ? birthDate : null,
    nationalNumber: wants('nationalNumber') ? nationalNumber : null,
    mandate: null,
    evidence: {
      issuer,
      acr: pidType,
      amr: [],
      authenticatedAt: shownAt,
      idTokenHash: createHash('sha256').update(presentation).digest('hex'),
    },
  });
}

const invalid = (detail: string) => fail({ code: 'invalidAnswer', detail: `answer: ${detail}` } as const);
