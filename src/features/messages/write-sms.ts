import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { sayInSms } from './check-own-text.ts';
import { writeDefaultSms } from './default-words.ts';
import { readMessageChoices, readMessageValues } from './message-values.ts';
import { readOwnText, wordingOf } from './own-texts.ts';
import { toGsmText } from './sms-text.ts';
import type { Telling } from './told.ts';

/**
 * The text message of this kind, in the citizen's language. A phone's screen is public: it names no person and no service.
 * The product's words are in the plain alphabet of SMS, so that they stay within two parts. A municipality's own words are too, as
 * long as each of their signs has a plain form; else they are sent as they were written.
 */
export function writeSms(kind: MessageKind, telling: Telling, now: EpochMilliseconds): string {
  const { sender, appointment, texts } = telling;
  const { language, cancelledBy } = appointment;
  const values = readMessageValues({ kind, channel: 'sms' }, telling, now);
  const own = readOwnText(texts, { wording: wordingOf(kind, cancelledBy), channel: 'sms', language }, 'text');
  if (own !== null) return sayInSms(own, values);
  const voice = { language, formOfAddress: sender.formOfAddress };
  return toGsmText(writeDefaultSms(kind, voice, values, readMessageChoices(telling, now)));
}
