import { createHmac, randomInt } from 'node:crypto';
import type { SpokenCode } from '#journey/ids.ts';

const digits = 6;

/** A code to be said aloud. It opens one request, once, and for ten minutes; guesses are counted (see link-limits.ts). */
export function drawSpokenCode(): SpokenCode {
  return String(randomInt(10 ** digits)).padStart(digits, '0') as SpokenCode;
}

/** The code that somebody typed, however they put spaces; null when it cannot be one. */
export function parseSpokenCode(typed: string): SpokenCode | null {
  if (typed.length > 100) return null;
  const plain = typed.normalize('NFKC').replace(/[\s.\-–]/gu, '');
  return /^\d{6}$/.test(plain) ? (plain as SpokenCode) : null;
}

/**
 * What is stored of it: a million codes could be tried out by who has the database alone.
 * @param by who says it: what a clerk says opens nothing at the seat, and what a caller says nothing on the website
 */
export function hashSpokenCode(
  linkSecret: string,
  code: SpokenCode,
  by: 'clerk' | 'caller' = 'clerk',
): Uint8Array<ArrayBuffer> {
  const purpose = by === 'clerk' ? 'spoken' : 'caller';
  return Uint8Array.from(createHmac('sha256', linkSecret).update(`${purpose}:${code}`).digest());
}
