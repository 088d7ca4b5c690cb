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
    const dialled = lastDialled(text, groups, first);
    if (dialled !== null) {
      first = dialled;
      continue;
    }
    const number = isWithin(text, groups[first]?.from, -1) ? null : readNumber(text, groups, first);
    if (number === null) continue;
    const { last, kind } = number;
    found.push({ from: groups[first]?.from ?? 0, until: groups[last]?.until ?? 0, kind });
    first = last;
  }
  return found;
}

/** The last group of a telephone number or a structured reference, which begin with a plus; null for what does not. */
function lastDialled(text: string, groups: readonly Group[], first: number): number | null {
  if (text[(groups[first]?.from ?? 0) - 1] !== '+') return null;
  let [last, count] = [first, groups[first]?.digits.length ?? 0];
  // Belgian numbers have ten or eleven digits with their country, Dutch ones eleven, references twelve.
  while (count < 10 && between.test(text.slice(groups[last]?.until, groups[last + 1]?.from))) {
    last += 1;
    count += groups[last]?.digits.length ?? 0;
  }
  return last;
}

const joined = /[-./\u2010-\u2015]/;

/** Whether, before or after this place, digits go on that were written as one with it: a part of a number is none. */
function isWithin(text: string, at: number | undefined, step: 1 | -1): boolean {
  if (at === undefined) return false;
  const next = step < 0 ? at - 1 : at;
  return joined.test(text[next] ?? '') && /\d/.test(text[next + step] ?? '');
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
    const kind = kindOf(digits, sizes, separators);
    if (kind !== null && !isWithin(text, group.until, 1)) found = { last: index, kind };
  }
  return found;
}

function kindOf(
  digits: string,
  sizes: readonly number[],
  separators: readonly string[],
): SensitiveKind | null {
  const even = isEven(sizes, separators);
  if (digits.length === 11) {
    const isOne = even || hasParts(sizes, [2, 4, 6, 9]);
    return isOne && isNationalRegisterNumber(digits) ? 'nationalRegister' : null;
  }
  if (!even) return null;
  if (digits.length === 9) {
    const isOne = isCitizenServiceNumber(digits) && !isElse(digits, sizes, separators);
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

/** Written as one number: with the same sign between its groups, and no single digits among longer ones, as in dates with an hour. */
function isEven(sizes: readonly number[], separators: readonly string[]): boolean {
  if (new Set(separators).size > 1) return false;
  return sizes.every((size) => size > 1) || sizes.every((size) => size === 1);
}

/** Whether the groups end where the parts of a number do, whatever stands between them. @param ends of its parts, in digits */
function hasParts(sizes: readonly number[], ends: readonly number[]): boolean {
  let at = 0;
  return sizes.slice(0, -1).every((size) => {
    at += size;
    return ends.includes(at);
  });
}

/**
 * One in eleven numbers of nine digits passes. So what looks like a Belgian telephone number (09 555 01 20), or like the number of a file
 * in a year (2026/40280), is left.
 */
function isElse(digits: string, sizes: readonly number[], separators: readonly string[]): boolean {
  const isTelephone = digits.startsWith('0') && /^(2,3,2,2|3,2,2,2)$/.test(sizes.join());
  const isOfYear = /^(4,5|5,4)$/.test(sizes.join()) && separators[0]?.trim() !== '';
  return isTelephone || isOfYear;
}
