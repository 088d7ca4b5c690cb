import { z } from 'zod';
import { type Language, languages } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { emailField } from '#shared/contact/contact-schema.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import type { SendLinkProblem } from './companion-link.ts';

/** What was typed, to be read, and in which language to write. */
export const typedRecipient = z.strictObject({ to: z.string().max(500), language: z.enum(languages) });
export type TypedRecipient = z.infer<typeof typedRecipient>;

/** Where a link goes: one of the two, a phone number in E.164. */
export type Recipient = { readonly language: Language } & (
  | { readonly email: string; readonly phone: null }
  | { readonly email: null; readonly phone: string }
);

type NoRecipient = { readonly code: Extract<SendLinkProblem, 'toMissing' | 'toWrong' | 'notMobile'> };

/** Reads an address or a mobile number, whichever it is. */
export function readRecipient({ to, language }: TypedRecipient): Result<Recipient, NoRecipient> {
  const text = to.trim();
  if (text === '') return fail({ code: 'toMissing' });
  if (text.includes('@')) {
    const email = emailField.safeParse(text);
    return email.success
      ? succeed({ language, email: email.data, phone: null })
      : fail({ code: 'toWrong' as const });
  }
  const phone = readPhoneNumber(text);
  if (phone === null) return fail({ code: 'toWrong' });
  return canReceiveTexts(phone) ? succeed({ language, email: null, phone }) : fail({ code: 'notMobile' });
}
