import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityAttribute, NationalNumber } from '#ports/identity-provider.ts';
import { readBirthDate, readName, readNationalNumber, readText } from '../openid/claims.ts';
import { acrOf, brpCredential } from './levels.ts';

/** Which attributes of the credential answer what is asked. A mandate is in no credential. */
const attributesOf: Record<IdentityAttribute, readonly string[]> = {
  name: ['firstnames', 'prefix', 'familyname'],
  birthDate: ['dateofbirth'],
  nationalNumber: ['bsn'],
  mandate: [],
};

/** Tells by which DigiD the credential was obtained: always asked. */
const level = 'digidlevel';

/** The identifiers of what is asked, and of nothing else. */
export function wishedAttributes(scheme: string, asked: readonly IdentityAttribute[]): readonly string[] {
  const names = [level, ...asked.flatMap((attribute) => attributesOf[attribute])];
  return names.map((name) => `${scheme}.${brpCredential}.${name}`);
}

export type Disclosed = Readonly<Record<string, string>>;

export type YiviPerson = {
  readonly acr: string;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly nationalNumber: NationalNumber | null;
};

/** Who it is by the disclosed values, each under its name within the credential. */
export function readPerson(disclosed: Disclosed): Result<YiviPerson, { readonly code: string }> {
  const number = readNationalNumber(disclosed, 'bsn', 'bsn');
  if (!number.ok) return number;
  const family = [readText(disclosed, 'prefix'), readText(disclosed, 'familyname')].filter(
    (part) => part !== null,
  );
  const dayFirst = /^(\d{2})-(\d{2})-(\d{4})$/.exec(disclosed.dateofbirth ?? '');
  const isoDay = dayFirst === null ? null : `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`;
  const birthDate = isoDay === null ? null : readBirthDate({ isoDay }, 'isoDay');
  if (disclosed.dateofbirth !== undefined && birthDate === null) return fail({ code: 'wrongBirthDate' });
  return succeed({
    acr: acrOf(disclosed[level] ?? ''),
    name: readName({ given: disclosed.firstnames, family: family.join(' ') }, 'given', 'family'),
    birthDate,
    nationalNumber: number.value,
  });
}
