import { createHmac, randomInt } from 'node:crypto';
import type { SheetCode } from '#journey/ids.ts';

/** Crockford's base 32: digits and capitals without I, L, O and U, so that nothing is misread or reads as a word. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/** A new code for a printed sheet, such as `7K2MQ-X4D9P`: fifty random bits, short enough to type over from paper. */
export function drawSheetCode(): SheetCode {
  const draw = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${draw()}-${draw()}` as SheetCode;
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
