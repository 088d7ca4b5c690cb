import type { FailureCode } from '#ports/failure-codes.ts';
import type { SendOutcome } from '#ports/mailer.ts';

type TwilioError = { readonly status?: unknown; readonly code?: unknown };

/** Twilio's error codes (its "Error and Warning Dictionary") for messages that no second try will bring over. */
const forGood: Readonly<Record<number, FailureCode>> = {
  21211: 'invalidNumber',
  21217: 'invalidNumber',
  21421: 'invalidNumber',
  21214: 'unreachableNumber',
  21612: 'unreachableNumber',
  21408: 'countryNotAllowed',
  21610: 'unsubscribed',
  21614: 'notMobile',
};

/** Codes that come with a 4xx status, and still pass: a queue that is full, a limit per second. */
const passing: ReadonlySet<number> = new Set([14107, 20429, 21611]);

/**
 * What an error of Twilio's client means for the message, in our own words. Nothing of the text is kept: it repeats the number.
 * A refused sign-on (401, 403) is our own wrong setting and helps as soon as it is put right.
 */
export function outcomeOfTwilioError(error: unknown): SendOutcome {
  const { status, code } = (error ?? {}) as TwilioError;
  if (typeof status !== 'number') {
    const late = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
    return { kind: 'failedTemporarily', code: late ? 'noAnswer' : 'unreachable' };
  }
  const known = typeof code === 'number' ? forGood[code] : undefined;
  if (known !== undefined) return { kind: 'failedForGood', code: known };
  if (status === 401 || status === 403) return { kind: 'failedTemporarily', code: 'signOnRefused' };
  const passes = typeof code === 'number' && passing.has(code);
  if (status === 429 || passes) return { kind: 'failedTemporarily', code: 'tooMany' };
  if (status >= 500) return { kind: 'failedTemporarily', code: 'providerUnavailable' };
  return { kind: 'failedForGood', code: 'refused' };
}
