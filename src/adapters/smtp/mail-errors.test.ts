import { expect, test } from 'vitest';
import { outcomeOfMailError } from './mail-errors.ts';

test.each([
  [
    { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 no such user' },
    'failedForGood',
    'unknownAddress',
  ],
  [
    { code: 'EENVELOPE', responseCode: 552, response: '552-5.2.2 over quota' },
    'failedForGood',
    'mailboxFull',
  ],
  [{ code: 'EMESSAGE', responseCode: 554, response: '554 5.7.1 spam' }, 'failedForGood', 'blocked'],
  [{ code: 'EMESSAGE', responseCode: 554, response: '554 no' }, 'failedForGood', 'refused'],
  [{ code: 'EENVELOPE', responseCode: 451, response: '451 4.3.2 busy' }, 'failedTemporarily', 'deferred'],
  [{ code: 'EENVELOPE', responseCode: 452, response: '452 4.2.2 full' }, 'failedTemporarily', 'mailboxFull'],
  [{ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 wrong' }, 'failedTemporarily', 'signOnRefused'],
  [{ code: 'EENVELOPE' }, 'failedForGood', 'invalidAddress'],
  [{ code: 'ETIMEDOUT' }, 'failedTemporarily', 'noAnswer'],
  [{ code: 'EABORT' }, 'failedTemporarily', 'noAnswer'],
  [{ code: 'ESOCKET' }, 'failedTemporarily', 'unreachable'],
  [null, 'failedTemporarily', 'unreachable'],
])('%j means %s: %s', (error, kind, code) => {
  expect(outcomeOfMailError(error)).toEqual({ kind, code });
});
