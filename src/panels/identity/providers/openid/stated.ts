import { z } from 'zod';
import { localizedText } from '#journey/localized-text.ts';
import { succeed } from '#journey/result.ts';
import type { IdentityAttribute } from '#ports/identity-provider.ts';
import {
  readBirthDate,
  readCompany,
  readName,
  readNationalNumber,
  readRepresented,
  readText,
} from './claims.ts';
import type { Claims, ConfiguredProfile } from './profile.ts';

/** For providers whose scopes, claims and levels the settings state, because no public manual does. */

const statedLevel = z.strictObject({
  method: z.string().min(1).max(40),
  name: localizedText,
  acr: z.string().min(1),
  level: z.enum(['low', 'substantial', 'high']),
  /** Where it is written that it is this level. */
  source: z.string().min(1),
});

const claim = z.string().min(1);
const scopes = z.array(z.string().min(1));

export const statedParts = {
  levels: z.array(statedLevel).min(1),
  /** Beside `openid`: what to ask for each attribute. */
  scopes: z
    .strictObject({
      name: scopes.default(['profile']),
      birthDate: scopes.default(['profile']),
      nationalNumber: scopes.default([]),
      mandate: scopes.default([]),
    })
    .prefault({}),
  claims: z
    .strictObject({
      givenName: claim.default('given_name'),
      familyName: claim.default('family_name'),
      birthDate: claim.default('birthdate'),
      nationalNumber: claim.optional(),
      companyNumber: claim.optional(),
      companyName: claim.optional(),
      /** Name of the person for whom somebody may act, where it is another one. */
      representedName: claim.optional(),
    })
    .prefault({}),
};

const stated = z.object(statedParts);
type Stated = z.infer<typeof stated>;
type NumberKind = Parameters<typeof readNationalNumber>[2];

/** How a profile asks and reads, by what is stated. @param numberKind which number the claim holds */
export function followStated(
  { levels, scopes: scopesOf, claims: names }: Stated,
  numberKind: NumberKind,
): Pick<ConfiguredProfile, 'levels' | 'gives' | 'wish' | 'readAcr' | 'readPerson'> {
  const read = (claims: Claims, name: string | undefined) =>
    name === undefined ? null : readText(claims, name);
  const namesMandate = [names.companyNumber, names.companyName, names.representedName];
  return {
    levels,
    gives: [
      ...(['name', 'birthDate'] as const).filter((attribute) => scopesOf[attribute].length > 0),
      ...(names.nationalNumber === undefined ? [] : (['nationalNumber'] as const)),
      ...(namesMandate.every((each) => each === undefined) ? [] : (['mandate'] as const)),
    ],
    wish: (attributes: readonly IdentityAttribute[]) => ({
      scopes: [...new Set(['openid', ...attributes.flatMap((attribute) => scopesOf[attribute])])],
    }),
    readAcr: (claims) => readText(claims, 'acr'),
    readPerson: (claims) => {
      const number = names.nationalNumber
        ? readNationalNumber(claims, names.nationalNumber, numberKind)
        : succeed(null);
      if (!number.ok) return number;
      return succeed({
        name: readName(claims, names.givenName, names.familyName),
        birthDate: readBirthDate(claims, names.birthDate),
        nationalNumber: number.value,
        mandate:
          readCompany(read(claims, names.companyNumber), read(claims, names.companyName)) ??
          readRepresented(read(claims, names.representedName)),
      });
    },
  };
}
