/**
 * The number of a company or association in digits, or null when it is none.
 * Belgian: enterprise number of the KBO, ten digits of which the last two are 97 less the rest of the others divided by 97
 * (Royal Decree of 24 June 2003, article 2), written with or without points, spaces or "BE". Dutch: KvK number, eight digits without a check.
 */
export function parseRegistrationNumber(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^(?:BE|KvK|KBO):?/i, '')
    .replace(/[\s.\-/]/g, '');
  if (/^\d{8}$/.test(digits)) return digits;
  return /^[01]\d{9}$/.test(digits) && hasRightCheck(digits) ? digits : null;
}

/** As it is written in letters: `0403.170.701`, `12345678`. @param digits as `parseRegistrationNumber` gives them */
export function formatRegistrationNumber(digits: string): string {
  return digits.length === 10 ? `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}` : digits;
}

function hasRightCheck(digits: string): boolean {
  return Number(digits.slice(8)) === 97 - (Number(digits.slice(0, 8)) % 97);
}
