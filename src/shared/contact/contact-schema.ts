import { z } from 'zod';
import { readPhoneNumber } from '../typed-phone-number.ts';

/** What can be wrong with an address or a number; the message catalogues say it in words. */
export type ContactProblem = 'emailWrong' | 'phoneWrong';
const problem = (code: ContactProblem) => code;

/** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
const mostEmailCharacters = 254;

/** A mail address without the spaces around it. */
export const emailField = z
  .string()
  .trim()
  .pipe(z.email({ error: problem('emailWrong') }).max(mostEmailCharacters, { error: problem('emailWrong') }));

/** Any telephone number as people here write it, which becomes E.164. */
export const phoneField = z.string().transform((text, context) => {
  const number = readPhoneNumber(text);
  if (number !== null) return number;
  context.addIssue({ code: 'custom', message: problem('phoneWrong') });
  return z.NEVER;
});
