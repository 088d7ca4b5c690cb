import { createTranslator } from 'next-intl';
import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { channelValues } from './mail-parts.ts';
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
  const style = { language, timeZone: sender.timeZone };
  const common = {
    organisation: sender.name,
    moment: formatNearMoment(startAt, style),
    words: appointment.phraseWords.join(' '),
  };
  const { channel, address } = channelValues(telling);
  const how = t('how', { channel, address });
  const by = appointment.cancelledBy === 'staff' ? 'staff' : 'other';
  switch (kind) {
    case 'confirmation':
      return toGsmText(t('confirmation', { ...common, how, link }));
    case 'reminder':
      return toGsmText(
        t('reminder', { ...common, how, link, day: relativeDay(startAt, now, sender.timeZone) }),
      );
    case 'cancellation':
      return toGsmText(t('cancellation', { ...common, by, link: `${telling.origin}/` }));
    case 'moved':
      return toGsmText(t('moved', { ...common, how, link }));
    case 'earlierTime': {
      const { startAt: offered = startAt, expiresAt = startAt } = appointment.offer ?? {};
      const times = { moment: formatNearMoment(offered, style), until: formatTime(expiresAt, style) };
      return toGsmText(t('earlierTime', { ...common, ...times, link }));
    }
    case 'delayed': {
      const moment = formatNearMoment(appointment.toldStartAt ?? startAt, style);
      return toGsmText(t('delayed', { ...common, moment, link }));
    }
    case 'escalation':
      return toGsmText(t('escalation', { ...common, how, link }));
    case 'missed':
      return toGsmText(t('missed', { ...common, link }));
  }
}
