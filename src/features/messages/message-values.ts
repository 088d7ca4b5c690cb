import { createTranslator } from 'next-intl';
import { localize } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import type { MessageChoices } from './default-words.ts';
import { channelValues } from './mail-parts.ts';
import type { MessageValues } from './message-variables.ts';
import { relativeDay } from './relative-day.ts';
import type { Telling } from './told.ts';

type Said = { readonly kind: MessageKind; readonly channel: MessageChannel };

const translatorOf = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'messages' }),
);

/** What every variable stands for in this message, in the citizen's language; empty where there is nothing to say. */
export function readMessageValues(
  { kind, channel }: Said,
  telling: Telling,
  now: EpochMilliseconds,
): MessageValues {
  const { sender, appointment } = telling;
  const { language, startAt, offer } = appointment;
  const t = translatorOf(language, sender.formOfAddress);
  const style = { language, timeZone: sender.timeZone };
  const offered = kind === 'earlierTime' ? offer : null;
  const expectedAt = kind === 'delayed' ? (appointment.toldStartAt ?? startAt) : null;
  const formerAt = kind === 'companionOff' ? telling.formerStartAt : null;
  const writeUntil = channel === 'sms' ? formatTime : formatNearMoment;
  return {
    organisation: sender.name,
    moment:
      expectedAt !== null && relativeDay(expectedAt, now, sender.timeZone) === 'today'
        ? formatTime(expectedAt, style)
        : formatNearMoment(offered?.startAt ?? expectedAt ?? formerAt ?? startAt, style),
    day: t('day', { day: relativeDay(startAt, now, sender.timeZone) }),
    until: offered === null ? '' : writeUntil(offered.expiresAt, style),
    agreed: expectedAt === null ? '' : formatTime(startAt, style),
    how: t('sms.how', channelValues(telling)).trim(),
    service: appointment.services
      .map(({ name }) => localize(name, language, sender.formOfAddress))
      .join(', '),
    reference: appointment.reference,
    phone: sender.phone,
    words: appointment.phraseWords.join(' '),
    link: kind === 'cancellation' ? `${telling.origin}/` : telling.link,
  };
}

/** What the product's own words depend on. */
export function readMessageChoices({ sender, appointment }: Telling, now: EpochMilliseconds): MessageChoices {
  return {
    day: relativeDay(appointment.startAt, now, sender.timeZone),
    by: appointment.cancelledBy === 'staff' ? 'staff' : 'other',
    channel: appointment.channel,
  };
}
