import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityAttribute, NationalNumber } from '#ports/identity-provider.ts';
import { readBirthDate, readName, readNationalNumber, readText } from '../openid/claims.ts';
import type { Claims } from '../openid/profile.ts';

/** Which claims of the PID answer what is asked. A mandate is in none. */
const claimsOf: Record<IdentityAttribute, readonly string[]> = {
  name: ['given_name', 'family_name'],
  birthDate: ['birthdate'],
  // Whose number it is follows from who issued it.
  nationalNumber: ['personal_administrative_number', 'issuing_country'],
  mandate: [],
};

/** The names of what is asked, and of nothing else. */
export function wishedClaims(asked: readonly IdentityAttribute[]): readonly string[] {
  return asked.flatMap((attribute) => claimsOf[attribute]);
}

const numberOf: Record<string, NationalNumber['kind']> = { BE: 'rijksregisternummer', NL: 'bsn' };

export type PidPerson = {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly nationalNumber: NationalNumber | null;
};

/** Who it is by the claims that were asked. The number of another country is none that we could use. */
export function readPid(claims: Claims): Result<PidPerson, { readonly code: string }> {
  const kind = numberOf[readText(claims, 'issuing_country') ?? ''];
  const number =
    kind === undefined ? succeed(null) : readNationalNumber(claims, 'personal_administrative_number', kind);
  if (!number.ok) return number;
  const birthDate = readBirthDate(claims);
  if (claims.birthdate !== undefined && birthDate === null) return fail({ code: 'wrongBirthDate' });
  return succeed({ name: readName(claims), birthDate, nationalNumber: number.value });
}
