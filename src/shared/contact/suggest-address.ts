import { POPULAR_DOMAINS, POPULAR_TLDS, run as suggestAddress } from '@zootools/email-spell-checker';
import { differsByOneSlip } from '../one-slip.ts';

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

/**
 * The address that was probably meant, when a common slip of the finger is in its domain; null when it is fine as it is, as far as anybody can
 * tell. One slip away from a known provider is nearly always that one; what is further off is left to the library's measure.
 * @param address of the form of an e-mail address
 */
export function suggestMeantAddress(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const typed = domain.toLowerCase();
  if (domains.includes(typed)) return null;
  const meant = domains.find((known) => differsByOneSlip(typed, known));
  if (meant !== undefined) return `${address.slice(0, -domain.length)}${meant}`;
  return suggestAddress({ email: address, domains, topLevelDomains: endings })?.full ?? null;
}
