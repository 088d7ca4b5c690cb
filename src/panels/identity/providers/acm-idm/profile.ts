import { z } from 'zod';
import type { LocalizedText } from '#journey/language.ts';
import { type IdentityAttribute, identityAttributes } from '#ports/identity-provider.ts';
import { readCompany, readName, readNationalNumber, readText } from '../openid/claims.ts';
import { type Claims, defineProfile } from '../openid/profile.ts';
import { clientSecret, openIdSettings } from '../openid/settings.ts';
import { acmIdmLevels } from './levels.ts';

const name: LocalizedText = {
  nl: 'Aanmelden bij de Vlaamse overheid',
  fr: 'Connexion aux autorités flamandes',
  en: 'Sign-in of the Flemish authorities',
  de: 'Anmeldung der flämischen Behörden',
};
const needs: LocalizedText = {
  nl: 'Met een identiteitskaart en een kaartlezer, itsme, of een code via app of sms.',
  fr: 'Avec une carte d’identité et un lecteur, itsme, ou un code par application ou SMS.',
  en: 'With an identity card and a reader, itsme, or a code from an app or by SMS.',
  de: 'Mit einem Personalausweis und einem Kartenleser, itsme oder einem Code per App oder SMS.',
};

const grantable = ['profile', 'rrn', 'vo'] as const;

const settings = openIdSettings.extend({
  clientSecret,
  /** As the integration file grants them: one scope more refuses every request. */
  scopes: z.array(z.enum(grantable)).default(['profile', 'rrn']),
});

const scopeOf: Record<IdentityAttribute, (typeof grantable)[number] | null> = {
  name: 'profile',
  birthDate: null,
  nationalNumber: 'rrn',
  mandate: 'vo',
};

/** Companies and other organisations with a number in the KBO; whoever comes for themselves is `BUR`. */
const companies = 'EA';

function readPerson(claims: Claims) {
  const number = readNationalNumber(claims, 'rrn', 'rijksregisternummer');
  if (!number.ok) return number;
  const isForCompany = readText(claims, 'vo_doelgroepcode') === companies;
  const company = isForCompany
    ? readCompany(readText(claims, 'vo_orgcode'), readText(claims, 'vo_orgnaam'))
    : null;
  const person = { name: readName(claims), birthDate: null, nationalNumber: number.value };
  return { ok: true as const, value: { ...person, mandate: company } };
}

/** ACM/IDM, the access of the Flemish authorities, open to local ones. It tells the means used because we name those that will do. */
export const acmIdm = defineProfile({
  id: 'acm-idm',
  needs,
  levels: acmIdmLevels,
  settings,
  apply: ({ scopes: granted, clientSecret: secret }) => ({
    name,
    levels: acmIdmLevels,
    gives: identityAttributes.filter((attribute) => granted.some((scope) => scope === scopeOf[attribute])),
    protocol: { authentication: secret === undefined ? 'ownKeyForIssuer' : 'basic', isEncrypted: false },
    wish: (attributes) => {
      const wanted = attributes.map((attribute) => scopeOf[attribute]);
      return { scopes: ['openid', ...granted.filter((scope) => wanted.includes(scope))] };
    },
    readAcr: (claims) => readText(claims, 'acr'),
    readPerson,
  }),
});
