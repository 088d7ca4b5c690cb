import { expect, test } from 'vitest';
import { outcomeOfTwilioError } from './twilio-errors.ts';

test.each([
  [{ status: 400, code: 21211 }, 'failedForGood', 'invalidNumber'],
  [{ status: 400, code: 21610 }, 'failedForGood', 'unsubscribed'],
  [{ status: 400, code: 21614 }, 'failedForGood', 'notMobile'],
  [{ status: 400, code: 21602 }, 'failedForGood', 'refused'],
  [{ status: 400, code: 21611 }, 'failedTemporarily', 'tooMany'],
  [{ status: 429, code: 20429 }, 'failedTemporarily', 'tooMany'],
  [{ status: 401, code: 20003 }, 'failedTemporarily', 'signOnRefused'],
  [{ status: 403, code: 21408 }, 'failedForGood', 'countryNotAllowed'],
  [{ status: 503 }, 'failedTemporarily', 'providerUnavailable'],
  [{ code: 'ECONNABORTED' }, 'failedTemporarily', 'noAnswer'],
  [{ code: 'ECONNREFUSED' }, 'failedTemporarily', 'unreachable'],
])('%j means %s: %s', (error, kind, code) => {
  expect(outcomeOfTwilioError(error)).toEqual({ kind, code });
});
