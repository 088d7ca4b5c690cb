import { createHmac } from 'node:crypto';
import type { AppointmentId, SheetCode } from '#journey/ids.ts';

/** Crockford's base 32: digits and capitals without I, L, O and U, so that nothing is misread or reads as a word. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/**
 * The code of an appointment's printed sheet, such as `7K2MQ-X4D9P`: fifty bits of an HMAC-SHA-256 of its id under the server's key,
 * short enough to type over from paper. Derived as the link is, so that the sheet can be printed again.
 */
export function deriveSheetCode(linkSecret: string, appointmentId: AppointmentId): SheetCode {
  const bytes = createHmac('sha256', linkSecret).update(`sheet-of:${appointmentId}`).digest();
  // 256 is a multiple of 32: no letter comes more often than another.
  const letters = [...bytes.subarray(0, 2 * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, groupLength).join('')}-${letters.slice(groupLength).join('')}` as SheetCode;
}

/**
 * The code that somebody typed or pasted, however it was written: spaces, hyphens and capitals do not matter, and letters that look
 * like digits are read as those (Crockford). Null when it cannot be a code.
 */
export function parseSheetCode(typed: string): SheetCode | null {
  if (typed.length > 100) return null;
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(plain)) return null;
  return `${plain.slice(0, groupLength)}-${plain.slice(groupLength)}` as SheetCode;
}

/** What is stored of a code: HMAC-SHA-256 under the server's key, since fifty bits could be tried out by who has the database alone. */
export function hashSheetCode(linkSecret: string, code: SheetCode): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', linkSecret).update(`sheet:${code}`).digest());
}
