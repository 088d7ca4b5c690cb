import type { FailureCode } from '#ports/failure-codes.ts';
import type { SendOutcome } from '#ports/mailer.ts';

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown; readonly response?: unknown };

/**
 * What an error of the mail library means for the message, in our own words. Nothing of the server's text is kept: it often
 * repeats the address.
 * Reply codes are those of RFC 5321, section 4.2: 4yz may help later, 5yz never will, except that a refused sign-on is our
 * own wrong setting and helps as soon as it is put right.
 */
export function outcomeOfMailError(error: unknown): SendOutcome {
  const { code, responseCode, response } = (error ?? {}) as SmtpError;
  if (code === 'EAUTH') return { kind: 'failedTemporarily', code: 'signOnRefused' };
  if (typeof responseCode === 'number' && responseCode >= 500) {
    return { kind: 'failedForGood', code: meaningOf(response, 'refused') };
  }
  if (typeof responseCode === 'number' && responseCode >= 400) {
    return { kind: 'failedTemporarily', code: meaningOf(response, 'deferred') };
  }
  if (code === 'EENVELOPE') return { kind: 'failedForGood', code: 'invalidAddress' };
  return {
    kind: 'failedTemporarily',
    code: code === 'ETIMEDOUT' || code === 'EABORT' ? 'noAnswer' : 'unreachable',
  };
}

/** Enhanced status codes (RFC 3463) that say more than yes or no. */
const meanings: readonly (readonly [RegExp, FailureCode])[] = [
  [/^\d{3}[ -][45]\.1\.[0-36]\b/, 'unknownAddress'],
  [/^\d{3}[ -][45]\.2\.1\b/, 'mailboxDisabled'],
  [/^\d{3}[ -][45]\.2\.2\b/, 'mailboxFull'],
  [/^\d{3}[ -][45]\.7\.\d+\b/, 'blocked'],
];

function meaningOf(response: unknown, otherwise: FailureCode): FailureCode {
  const text = String(response ?? '');
  return meanings.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
}
