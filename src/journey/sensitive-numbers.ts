import { findIbans } from './iban.ts';

/**
 * Numbers that nobody should send over a way on which it is not known who writes, and that are of use to whoever reads along: they are
 * made unreadable before a text is kept. Spaces, dots, dashes and slashes may stand between the digits.
 */

export type MaskedText = { readonly text: string; readonly isMasked: boolean };

export const sensitiveKinds = ['account', 'nationalRegister', 'citizenService', 'card'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** From the first sign up to the second one, which is not part of it. */
type Span = { readonly from: number; readonly until: number; readonly kind: SensitiveKind };

const groupsOfDigits = /\d+/g;
/** What people put between digits; more than this is a sentence. */
const between = /^[\s.\-\u2010-\u2015/\u200b-\u200d\u2060]{1,3}$/;
const longest = 19;

/** The text with a dot in place of each sign of a sensitive number. Done twice it is the same as done once. */
export function maskSensitiveNumbers(text: string): MaskedText {
  const spans = findSpans(text);
  if (spans.length === 0) return { text, isMasked: false };
  const signs = text.split('');
  for (const { from, until } of spans)
    for (let at = from; at < until; at += 1) signs[at] = (signs[at] ?? '').replace(/[\p{L}\d]/u, '•');
  return { text: signs.join(''), isMasked: true };
}

/** Which kinds of sensitive numbers stand in a text, each once and in one order. */
export function findSensitiveKinds(text: string): readonly SensitiveKind[] {
  const found = new Set(findSpans(text).map(({ kind }) => kind));
  return sensitiveKinds.filter((kind) => found.has(kind));
}

function findSpans(text: string): readonly Span[] {
  const accounts = findIbans(text).map(([from, until]) => ({ from, until, kind: 'account' as const }));
  return [...accounts, ...findNumbers(text)];
}

type Group = { readonly digits: string; readonly from: number; readonly until: number };

/** Numbers of digits alone. Of two that overlap the longer one counts. */
function findNumbers(text: string): readonly Span[] {
  const groups: Group[] = [...text.matchAll(groupsOfDigits)].map(({ 0: digits, index }) => ({
    digits,
    from: index,
    until: index + digits.length,
  }));
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const number = readNumber(text, groups, first);
    if (number === null) continue;
    const { last, kind } = number;
    found.push({ from: groups[first]?.from ?? 0, until: groups[last]?.until ?? 0, kind });
    first = last;
  }
  return found;
}

/** The longest sensitive number that begins with this group, and which group is its last; null where none does. */
function readNumber(
  text: string,
  groups: readonly Group[],
  first: number,
): { readonly last: number; readonly kind: SensitiveKind } | null {
  const separators: string[] = [];
  let digits = '';
  let found: ReturnType<typeof readNumber> = null;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index];
    const before = groups[index - 1];
    if (group === undefined) break;
    if (index > first && before !== undefined) {
      const separator = text.slice(before.until, group.from);
      if (!between.test(separator)) break;
      separators.push(separator);
    }
    digits += group.digits;
    if (digits.length > longest) break;
    const sizes = groups.slice(first, index + 1).map((each) => each.digits.length);
    const isDialled = text[(groups[first]?.from ?? 0) - 1] === '+';
    const kind = isDialled ? null : kindOf(digits, sizes, separators);
    if (kind !== null) found = { last: index, kind };
  }
  return found;
}

function kindOf(
  digits: string,
  sizes: readonly number[],
  separators: readonly string[],
): SensitiveKind | null {
  if (digits.length === 11) return isNationalRegisterNumber(digits) ? 'nationalRegister' : null;
  if (digits.length === 9) {
    const isOne = isCitizenServiceNumber(digits) && isOneNumber(digits, sizes, separators);
    return isOne ? 'citizenService' : null;
  }
  return isCardNumber(digits) ? 'card' : null;
}

/**
 * Belgian Rijksregisternummer and BIS number: date of birth (in a BIS number the month is 20 or 40 more), serial number, and 97 less the
 * rest of these nine digits divided by 97; of who was born from 2000 on with a 2 in front (Royal Decree of 3 April 1984, article 4).
 */
export function isNationalRegisterNumber(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  if (month % 20 > 12 || month >= 60 || day > 31) return false;
  const check = Number(digits.slice(9));
  return ['', '2'].some((century) => check === 97 - (Number(`${century}${digits.slice(0, 9)}`) % 97));
}

/** Dutch burgerservicenummer: weights 9 to 2 and -1, a sum that 11 divides (Besluit burgerservicenummer, article 2: elfproef). */
export function isCitizenServiceNumber(digits: string): boolean {
  if (/^0+$/.test(digits)) return false;
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

/** Payment cards: 13 to 19 digits, the last one by the formula of Luhn (ISO/IEC 7812-1, annex B). No issuer's number begins with 0. */
export function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || digits.startsWith('0') || /^(\d)\1*$/.test(digits))
    return false;
  const sum = Array.from(digits)
    .reverse()
    .map(Number)
    .reduce((total, digit, index) => {
      const counted = index % 2 === 1 ? digit * 2 : digit;
      return total + (counted > 9 ? counted - 9 : counted);
    }, 0);
  return sum % 10 === 0;
}

/**
 * One in eleven numbers of nine digits passes. So what looks like a date with an hour, or like a Belgian telephone number (09 555 01 20),
 * is left: the groups must be of one kind, with the same sign between them.
 */
function isOneNumber(digits: string, sizes: readonly number[], separators: readonly string[]): boolean {
  if (new Set(separators).size > 1) return false;
  const isTelephone = digits.startsWith('0') && /^(2,3,2,2|3,2,2,2)$/.test(sizes.join());
  return !isTelephone && (sizes.every((size) => size > 1) || sizes.every((size) => size === 1));
}
