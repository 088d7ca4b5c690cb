import { type Result, succeed } from '#journey/result.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { deriveSheetCode } from '#shared/sheet-code.ts';
import type { EarlierBooking } from './booking.data.ts';
import type { Booked } from './booking-request.ts';

/** Long enough for an impatient second click or a lost answer, too short for the next visitor of a shared computer. */
const sameVisitorMilliseconds = 15 * 60_000;

/** What the form that was sent again gets: the first booking. */
export function toAgain(
  earlier: EarlierBooking,
  linkSecret: string,
  now: EpochMilliseconds,
): Result<Booked, never> {
  const sameVisitor = now - earlier.createdAt < sameVisitorMilliseconds;
  const linkToken = sameVisitor ? deriveLinkToken(linkSecret, earlier.id) : null;
  const sheetCode = sameVisitor && earlier.hasSheet ? deriveSheetCode(linkSecret, earlier.id) : null;
  return succeed({ reference: earlier.reference, linkToken, sheetCode, again: true });
}
