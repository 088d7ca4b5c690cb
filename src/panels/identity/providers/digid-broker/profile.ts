import { z } from 'zod';
import type { LocalizedText } from '#journey/language.ts';
import { fail, succeed } from '#journey/result.ts';
import type { IdentityAttribute } from '#ports/identity-provider.ts';
import { readNationalNumber, readText } from '../openid/claims.ts';
import { type Claims, defineProfile } from '../openid/profile.ts';
import { clientSecret, openIdSettings } from '../openid/settings.ts';
import { digidLevels } from './levels.ts';

const name: LocalizedText = { nl: 'DigiD', fr: 'DigiD', en: 'DigiD', de: 'DigiD' };
const needs: LocalizedText = {
  nl: 'Met de DigiD-app op een telefoon.',
  fr: 'Avec l’application DigiD sur un téléphone.',
  en: 'With the DigiD app on a phone.',
  de: 'Mit der DigiD-App auf einem Telefon.',
};

const settings = openIdSettings.extend({
  clientSecret,
  /** Where the broker tells the level: `loa:substantial`, or the word alone. */
  levelClaim: z.string().min(1).default('acr'),
  /** Where it tells sector code and number, as DigiD does: `s00000000:999999990`. */
  sectorClaim: z.string().min(1).default('idp_id'),
});

/** The sector of the BSN; another one is another number of perhaps another person (Logius: refuse it). */
const sectorOfBsn = 's00000000';

function readPerson(claims: Claims, attributes: readonly IdentityAttribute[], sectorClaim: string) {
  const unknown = { name: null, birthDate: null, nationalNumber: null, mandate: null };
  if (!attributes.includes('nationalNumber')) return succeed(unknown);
  const [sector, digits] = (readText(claims, sectorClaim) ?? '').toLowerCase().split(':');
  if (sector !== sectorOfBsn) return fail({ code: 'wrongSector' });
  const number = readNationalNumber(claims, 'nin', 'bsn');
  if (!number.ok) return number;
  if (number.value?.digits !== digits) return fail({ code: 'twoNumbers' });
  return succeed({ ...unknown, nationalNumber: number.value });
}

/** DigiD through a broker that speaks OpenID Connect (as Signicat does). DigiD knows a number and no name. */
export const digidBroker = defineProfile({
  id: 'digid-broker',
  needs,
  levels: digidLevels,
  settings,
  apply: ({ clientSecret: secret, levelClaim, sectorClaim }) => ({
    name,
    levels: digidLevels,
    gives: ['nationalNumber'],
    protocol: { authentication: secret === undefined ? 'ownKeyForIssuer' : 'basic', isEncrypted: false },
    wish: (attributes) => ({
      scopes: ['openid', ...(attributes.includes('nationalNumber') ? ['nin', 'idp-id'] : [])],
    }),
    readAcr: (claims) => {
      const told = readText(claims, levelClaim);
      return told && (told.startsWith('loa:') ? told : `loa:${told}`);
    },
    readPerson: (claims, attributes) => readPerson(claims, attributes, sectorClaim),
  }),
});
