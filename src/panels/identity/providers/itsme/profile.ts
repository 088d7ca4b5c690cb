import { z } from 'zod';
import type { LocalizedText } from '#journey/language.ts';
import type { IdentityAttribute } from '#ports/identity-provider.ts';
import { readBirthDate, readName, readNationalNumber, readText } from '../openid/claims.ts';
import { type Claims, defineProfile } from '../openid/profile.ts';
import { openIdSettings } from '../openid/settings.ts';
import { acrAdvanced, acrBasic, itsmeLevels } from './levels.ts';

const name: LocalizedText = { nl: 'itsme', fr: 'itsme', en: 'itsme', de: 'itsme' };
const needs: LocalizedText = {
  nl: 'Met de app itsme op een telefoon.',
  fr: 'Avec l’application itsme sur un téléphone.',
  en: 'With the itsme app on a phone.',
  de: 'Mit der App itsme auf einem Telefon.',
};

const nationalNumberClaim = 'http://itsme.services/v2/claim/BENationalNumber';

const settings = openIdSettings.extend({
  /** Code of our service at itsme, without `service:`. */
  service: z.string().regex(/^[A-Z0-9_]+$/),
  /** What that service is set up for there, where its id_tokens carry no acr. */
  withoutAcr: z.enum(['basic', 'advanced']).optional(),
});

const acrOfContract = { basic: acrBasic, advanced: acrAdvanced };

function wish(service: string, attributes: readonly IdentityAttribute[]) {
  const wantsNumber = attributes.includes('nationalNumber');
  const wantsProfile = attributes.includes('name') || attributes.includes('birthDate');
  return {
    scopes: [
      'openid',
      `service:${service}`,
      ...(wantsProfile ? ['profile'] : []),
      ...(wantsNumber ? ['eid'] : []),
    ],
    userInfoClaims: wantsNumber ? [nationalNumberClaim] : [],
  };
}

function readPerson(claims: Claims) {
  const number = readNationalNumber(claims, nationalNumberClaim, 'rijksregisternummer');
  if (!number.ok) return number;
  const person = { name: readName(claims), birthDate: readBirthDate(claims), mandate: null };
  return { ok: true as const, value: { ...person, nationalNumber: number.value } };
}

/** itsme (Belgian Mobile ID): code flow, our key as authentication, everything signed and encrypted for us. */
export const itsme = defineProfile({
  id: 'itsme',
  needs,
  levels: itsmeLevels,
  settings,
  apply: ({ service, withoutAcr }) => ({
    name,
    levels: itsmeLevels,
    gives: ['name', 'birthDate', 'nationalNumber'],
    protocol: { authentication: 'ownKeyForTokenEndpoint', isEncrypted: true },
    wish: (attributes) => wish(service, attributes),
    readAcr: (claims) => readText(claims, 'acr') ?? (withoutAcr ? acrOfContract[withoutAcr] : null),
    readPerson,
  }),
});
