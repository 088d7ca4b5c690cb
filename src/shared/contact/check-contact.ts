import { canReceiveTexts } from '#journey/text-messages.ts';
import type { MailDomainLookup } from '#ports/mail-domain-lookup.ts';
import { formatPhoneLocally } from '../local-phone.ts';
import { readPhoneNumber } from '../typed-phone-number.ts';
import { isEmailAddress } from './email-syntax.ts';
import { suggestMeantAddress } from './suggest-address.ts';

/** What can be said of an e-mail address while it is typed. Nothing of it stops a booking but a wrong form. */
export type EmailCheck =
  | { readonly kind: 'empty' | 'wrong' }
  | {
      readonly kind: 'read';
      /** The address that was probably meant, when a common slip of the finger is in it. */
      readonly suggestion: string | null;
      readonly domain: 'receives' | 'refuses' | 'missing' | 'unknown';
    };

export type PhoneCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong' }
  /** Written as it is read back to the citizen: `0470 12 34 56`. */
  | { readonly kind: 'mobile' | 'landline'; readonly readBack: string };

export type ContactCheck = { readonly email: EmailCheck; readonly phone: PhoneCheck };

export async function checkEmail(lookup: MailDomainLookup, address: string): Promise<EmailCheck> {
  if (address === '') return { kind: 'empty' };
  if (!isEmailAddress(address)) return { kind: 'wrong' };
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return { kind: 'read', suggestion: suggestMeantAddress(address), domain: await lookup.lookUp(domain) };
}

export function checkPhone(typed: string): PhoneCheck {
  if (typed === '') return { kind: 'empty' };
  const number = readPhoneNumber(typed);
  if (number === null) return { kind: 'wrong' };
  const kind = canReceiveTexts(number) ? 'mobile' : 'landline';
  return { kind, readBack: formatPhoneLocally(number) };
}
