import { parseRegistrationNumber } from '#journey/registration-number.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { isCitizenServiceNumber, isNationalRegisterNumber } from '#journey/sensitive-numbers.ts';
import type { NationalNumber, VerifiedMandate } from '#ports/identity-provider.ts';
import type { Claims } from './profile.ts';

/** Texts of people are names and codes; a page of text is none. */
const longestText = 300;

/** A claim that is a text with something in it; null otherwise. */
export function readText(claims: Claims, claim: string): string | null {
  const value = claims[claim];
  if (typeof value !== 'string' || value.length > longestText) return null;
  return value.trim() || null;
}

/** Given names and family name as they are said, or the whole name where the two do not stand apart. */
export function readName(claims: Claims, given = 'given_name', family = 'family_name'): string | null {
  const parts = [readText(claims, given), readText(claims, family)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : readText(claims, 'name');
}

/** A whole day (OpenID Connect Core 1.0, section 5.1); null for a year alone, and for what is no day. */
export function readBirthDate(claims: Claims, claim = 'birthdate'): string | null {
  const text = readText(claims, claim);
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

type NumberKind = NationalNumber['kind'];

const isRight: Record<NumberKind, (digits: string) => boolean> = {
  rijksregisternummer: (digits) => digits.length === 11 && isNationalRegisterNumber(digits),
  bsn: (digits) => digits.length === 9 && isCitizenServiceNumber(digits),
};

/** The number in a claim; null where there is none. One with wrong check digits makes the whole answer wrong. */
export function readNationalNumber(
  claims: Claims,
  claim: string,
  kind: NumberKind,
): Result<NationalNumber | null, { readonly code: string }> {
  const text = readText(claims, claim);
  if (text === null) return succeed(null);
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d+$/.test(digits) && isRight[kind](digits)
    ? succeed({ kind, digits })
    : fail({ code: 'wrongNationalNumber' });
}

/** The company behind a mandate, by its number and its name. */
export function readCompany(number: string | null, name: string | null): VerifiedMandate | null {
  if (number === null && name === null) return null;
  return { kind: 'company', registrationNumber: number && parseRegistrationNumber(number), name };
}

/** The person behind a mandate, by their name. */
export function readRepresented(name: string | null): VerifiedMandate | null {
  return name === null ? null : { kind: 'person', name };
}
