import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** What happens to a message, by the last four digits of the number it goes to. */
export type Outcome =
  | { kind: 'delivered' }
  | { kind: 'undelivered' | 'failed'; errorCode: number; errorMessage: string }
  | { kind: 'unconfirmed' }
  | { kind: 'jumbled' }
  | { kind: 'slow' }
  | { kind: 'refused' };

const outcomes: Record<string, Outcome> = {
  '0001': { kind: 'undelivered', errorCode: 30003, errorMessage: 'Unreachable destination handset' },
  '0002': { kind: 'failed', errorCode: 30005, errorMessage: 'Unknown destination handset' },
  '0003': { kind: 'refused' },
  '0004': { kind: 'unconfirmed' },
  '0005': { kind: 'jumbled' },
  '0006': { kind: 'slow' },
};

/**
 * `undelivered` after `sent`, `failed` before it, `refused` at once, `unconfirmed` stays `sent`. `jumbled` is delivered and told of twice and in
 * the wrong order; `slow` takes twenty times as long.
 */
export function outcomeOf(number: string): Outcome {
  return outcomes[number.slice(-4)] ?? { kind: 'delivered' };
}

/** A number without the word that Twilio puts before those on WhatsApp. */
export function numberOf(address: string): string {
  return address.replace(/^whatsapp:/, '');
}

/** E.164 without any separator, of a length that its country uses. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text) && isValidPhoneNumber(text);
}

/** A phone number, a short code, or a name of at most 11 characters with a letter in it. */
export function isSender(text: string): boolean {
  if (text.startsWith('whatsapp:')) return isPhoneNumber(numberOf(text));
  return isPhoneNumber(text) || /^\d{3,6}$/.test(text) || /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(text);
}

/** A number in groups, as people write it; other text as it is. */
export function spokenNumber(number: string): string {
  if (number.startsWith('whatsapp:')) return `${spokenNumber(numberOf(number))} (WhatsApp)`;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
