import { POPULAR_DOMAINS, POPULAR_TLDS, run as suggestAddress } from '@zootools/email-spell-checker';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import type { MailDomainLookup } from '#ports/mail-domain-lookup.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { differsByOneSlip } from '#shared/one-slip.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { isEmailAddress } from './email-syntax.ts';

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

/** Providers of Belgium and its neighbours, beside those that the library knows; the most used first. */
const nearDomains = [
  ...[
    'gmail.com',
    'hotmail.com',
    'outlook.com',
    'telenet.be',
    'skynet.be',
    'proximus.be',
    'icloud.com',
    'yahoo.com',
  ],
  ...[
    'scarlet.be',
    'pandora.be',
    'belgacom.net',
    'edpnet.be',
    'hotmail.be',
    'live.be',
    'outlook.be',
    'yahoo.be',
  ],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'planet.nl',
    'hetnet.nl',
    'home.nl',
    'xs4all.nl',
    'hotmail.nl',
    'live.nl',
    'outlook.nl',
  ],
  ...[
    'orange.fr',
    'free.fr',
    'wanadoo.fr',
    'laposte.net',
    'hotmail.fr',
    'live.fr',
    'outlook.fr',
    'live.com',
    'msn.com',
  ],
  ...['gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'posteo.de', 'proton.me', 'protonmail.com'],
  // Short ones that exist: nothing is meant by them but themselves.
  ...['me.com', 'mac.com', 'mail.com', 'voo.be', 'vrt.be', 'vub.be', 'ulb.be', 'base.be'],
];
const domains = [...new Set([...POPULAR_DOMAINS, ...nearDomains])];
const endings = [
  ...new Set([...POPULAR_TLDS, 'be', 'nl', 'fr', 'de', 'lu', 'eu', 'brussels', 'vlaanderen', 'gent']),
];

/** Looks at an address and a number as far as they were typed, so that the clerk can read them back. */
export async function checkContact(
  lookup: MailDomainLookup,
  actor: StaffActor,
  typed: { readonly email: string; readonly phone: string },
): Promise<Result<ContactCheck, { readonly code: 'notFound' }>> {
  if (!mayDo(actor, 'bookForCitizen')) return fail({ code: 'notFound' });
  return succeed({
    email: await checkEmail(lookup, typed.email.trim()),
    phone: checkPhone(typed.phone.trim()),
  });
}

export async function checkEmail(lookup: MailDomainLookup, address: string): Promise<EmailCheck> {
  if (address === '') return { kind: 'empty' };
  if (!isEmailAddress(address)) return { kind: 'wrong' };
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return { kind: 'read', suggestion: suggestFor(address, domain), domain: await lookup.lookUp(domain) };
}

/** One slip away from a known provider is nearly always that one; what is further off is left to the library's measure. */
function suggestFor(address: string, domain: string): string | null {
  const typed = domain.toLowerCase();
  if (domains.includes(typed)) return null;
  const meant = domains.find((known) => differsByOneSlip(typed, known));
  if (meant !== undefined) return `${address.slice(0, -domain.length)}${meant}`;
  return suggestAddress({ email: address, domains, topLevelDomains: endings })?.full ?? null;
}

export function checkPhone(typed: string): PhoneCheck {
  if (typed === '') return { kind: 'empty' };
  const number = readPhoneNumber(typed);
  if (number === null) return { kind: 'wrong' };
  const kind = canReceiveTexts(number) ? 'mobile' : 'landline';
  return { kind, readBack: formatPhoneLocally(number) };
}
