import { z } from 'zod';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { emailField, phoneField } from '#shared/contact/contact-schema.ts';

/** What can be wrong with the details; the message catalogues say it in words. */
export const detailProblems = [
  'nameMissing',
  'nameTooLong',
  'nameCharacters',
  'contactMissing',
  'emailWrong',
  'emailNeeded',
  'phoneWrong',
  'remarkTooLong',
  'remarkCharacters',
] as const;
export type DetailProblem = (typeof detailProblems)[number];

const problem = (code: DetailProblem) => code;

/** In Unicode code points, as the database counts. */
const mostNameCharacters = 120;
const mostRemarkCharacters = 1000;

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

const remark = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .refine((text) => !textOnly.test(text), { error: problem('remarkCharacters') })
  .refine((text) => length(text) <= mostRemarkCharacters, { error: problem('remarkTooLong') })
  .optional();

/** Any telephone will do: a landline is there to be called. */
const typedDetails = z.object({
  name: nameField,
  email: emailField.optional(),
  phone: phoneField.optional(),
  remark,
});

const toDetails = (details: z.output<typeof typedDetails>) => ({
  name: details.name,
  email: details.email ?? null,
  phone: details.phone ?? null,
  remark: details.remark || null,
});

/** The same when staff ask: who gets neither mail nor text messages gets a printed sheet. */
export const detailsForStaff = typedDetails.transform(toDetails);

/** Beside a wrong name too, but not beside an address or number that is there and wrong. */
const isContactRight = ({
  issues,
}: {
  readonly issues: readonly { readonly path?: readonly PropertyKey[] }[];
}) => issues.every(({ path }) => path?.[0] !== 'email' && path?.[0] !== 'phone');

/**
 * Who books and how they can be reached, by a landline only beside an address to write to. Empty fields are left out before (as conform does).
 * All problems are found at once; the phone number becomes E.164.
 */
export const contactDetails = typedDetails
  .refine((details) => details.email !== undefined || details.phone !== undefined, {
    path: ['email'],
    error: problem('contactMissing'),
    when: isContactRight,
  })
  .refine(({ email, phone }) => email !== undefined || phone === undefined || canReceiveTexts(phone), {
    path: ['email'],
    error: problem('emailNeeded'),
    when: isContactRight,
  })
  .transform(toDetails);

export type ContactDetails = z.output<typeof contactDetails>;

export function isDetailProblem(code: string): code is DetailProblem {
  return detailProblems.includes(code as DetailProblem);
}
