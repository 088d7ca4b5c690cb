import { createTranslator } from 'next-intl';
import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { relativeDay } from './relative-day.ts';
import { toGsmText } from './sms-text.ts';
import type { Telling } from './told.ts';

/**
 * The text message of this kind, in the citizen's language. A phone's screen is public: it names no person and no service.
 * Written for the plain alphabet of SMS, so that it stays within two parts.
 */
export function writeSms(kind: MessageKind, telling: Telling, now: EpochMilliseconds): string {
  const { sender, appointment, link } = telling;
  const { language, startAt } = appointment;
  const t = createTranslator({
    locale: language,
    messages: loadMessages(language, sender.formOfAddress),
    namespace: 'messages.sms',
  });
  const common = {
    organisation: sender.name,
    moment: formatNearMoment(startAt, { language, timeZone: sender.timeZone }),
    words: appointment.phraseWords.join(' '),
  };
  switch (kind) {
    case 'confirmation':
      return toGsmText(t('confirmation', { ...common, link }));
    case 'reminder':
      return toGsmText(t('reminder', { ...common, link, day: relativeDay(startAt, now, sender.timeZone) }));
    case 'cancellation':
      return toGsmText(t('cancellation', { ...common, link: `${telling.origin}/` }));
  }
}
