import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

/** What can be wrong with the details; the message catalogues say it in words. */
export const detailProblems = [
  'nameMissing',
  'nameTooLong',
  'nameCharacters',
  'contactMissing',
  'emailWrong',
  'phoneWrong',
  'phoneNotMobile',
  'remarkTooLong',
  'remarkCharacters',
] as const;
export type DetailProblem = (typeof detailProblems)[number];

const problem = (code: DetailProblem) => code;

/** In Unicode code points, as the database counts. */
const mostNameCharacters = 120;
const mostRemarkCharacters = 1000;
/** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
const mostEmailCharacters = 254;

/** Numbers written without their country are read as numbers of this one. */
const defaultCountry = 'BE';
/** Belgian mobile numbers; an SMS to any other one would be lost in silence. */
const belgianMobile = /^\+324\d{8}$/;

const length = (text: string) => [...text].length;

/** Line breaks and other control characters, and signs that turn the direction of writing around. */
const oneLineOnly = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
/** The same in text of several lines, where tabs and line feeds may stand. */
const textOnly = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** A name on one line, its spaces tidied. */
export const nameField = z
  .string({ error: problem('nameMissing') })
  .refine((text) => !oneLineOnly.test(text), { error: problem('nameCharacters') })
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .refine((text) => text !== '', { error: problem('nameMissing') })
  .refine((text) => length(text) <= mostNameCharacters, { error: problem('nameTooLong') });

const email = z
  .string()
  .trim()
  .pipe(z.email({ error: problem('emailWrong') }).max(mostEmailCharacters, { error: problem('emailWrong') }))
  .optional();

const phone = z
  .string()
  .trim()
  .max(40, { error: problem('phoneWrong') })
  .transform((text, context) => {
    const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
    if (number === undefined || !number.isValid() || number.ext !== undefined) {
      context.addIssue({ code: 'custom', message: problem('phoneWrong') });
      return z.NEVER;
    }
    if (number.countryCallingCode === '32' && !belgianMobile.test(number.number)) {
      context.addIssue({ code: 'custom', message: problem('phoneNotMobile') });
      return z.NEVER;
    }
    return number.number as string;
  })
  .optional();

const remark = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .refine((text) => !textOnly.test(text), { error: problem('remarkCharacters') })
  .refine((text) => length(text) <= mostRemarkCharacters, { error: problem('remarkTooLong') })
  .optional();

const typedDetails = z.object({ name: nameField, email, phone, remark });

const toDetails = (details: z.output<typeof typedDetails>) => ({
  name: details.name,
  email: details.email ?? null,
  phone: details.phone ?? null,
  remark: details.remark || null,
});

/** The same when staff ask: who has neither mail nor telephone gets a printed sheet. */
export const detailsForStaff = typedDetails.transform(toDetails);

/**
 * Who books and how they can be reached. Empty fields are left out before (as conform does).
 * All problems are found at once; the phone number becomes E.164.
 */
export const contactDetails = typedDetails
  .refine((details) => details.email !== undefined || details.phone !== undefined, {
    path: ['email'],
    error: problem('contactMissing'),
    // Beside a wrong name too, but not beside an address or number that is there and wrong.
    when: ({ issues }) => issues.every(({ path }) => path?.[0] !== 'email' && path?.[0] !== 'phone'),
  })
  .transform(toDetails);

export type ContactDetails = z.output<typeof contactDetails>;

export function isDetailProblem(code: string): code is DetailProblem {
  return detailProblems.includes(code as DetailProblem);
}
