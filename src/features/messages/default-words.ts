import { createTranslator } from 'next-intl';
import type { Channel } from '#journey/appointment-wish.ts';
import type { FormOfAddress, Language } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import { type MessageValues, variableNames } from './message-variables.ts';
import { type WordedPart, type WordingKey, wordings } from './own-texts.ts';

/** The product's words, as far as a municipality can put its own in their place. */

export type MessageChoices = {
  readonly day: 'today' | 'tomorrow' | 'other';
  readonly by: 'staff' | 'other';
  readonly channel: Channel | 'other';
};

export type MailWords = { readonly subject: string; readonly title: string; readonly note: string };

type Voice = { readonly language: Language; readonly formOfAddress: FormOfAddress };

const translator = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'messages' }),
);

function translatorOf({ language, formOfAddress }: Voice) {
  return translator(language, formOfAddress);
}

/** The words of a mail. @param values of the variables, or their names */
export function writeDefaultMailWords(
  kind: MessageKind,
  voice: Voice,
  values: MessageValues,
  { day, by, channel }: MessageChoices,
): MailWords {
  const t = translatorOf(voice);
  const { moment, agreed, phone } = values;
  switch (kind) {
    case 'confirmation':
      return {
        subject: t('mail.confirmation.subject', { moment }),
        title: t('mail.confirmation.title'),
        note: t('mail.keep', { channel }),
      };
    case 'reminder':
      return {
        subject: t('mail.reminder.subject', { day, moment }),
        title: t('mail.reminder.title', { day }),
        note: t('mail.keep', { channel }),
      };
    case 'moved':
      return {
        subject: t('mail.moved.subject', { moment }),
        title: t('mail.moved.title'),
        note: t('mail.moved.note'),
      };
    case 'cancellation':
      return {
        subject: t('mail.cancellation.subject', { by, moment }),
        title: t('mail.cancellation.title', { by }),
        note: t('mail.cancellation.note', { by }),
      };
    case 'earlierTime':
      return {
        subject: t('mail.earlierTime.subject', { moment }),
        title: t('mail.earlierTime.title'),
        note: t('mail.earlierTime.note'),
      };
    case 'missed':
      return {
        subject: t('mail.missed.subject', { moment }),
        title: t('mail.missed.title'),
        note: t('mail.missed.note'),
      };
    case 'delayed':
      return {
        subject: t('mail.delayed.subject', { moment, agreed }),
        title: t('mail.delayed.title'),
        note: t('mail.delayed.note'),
      };
    case 'escalation':
      return {
        subject: t('mail.escalation.subject', { moment }),
        title: t('mail.escalation.title'),
        note: t('mail.escalation.note'),
      };
    case 'turnNear':
      return {
        subject: t('mail.turnNear.subject'),
        title: t('mail.turnNear.title'),
        note: t('mail.turnNear.note'),
      };
    case 'waitingWord':
      return {
        subject: t('mail.waitingWord.subject'),
        title: t('mail.waitingWord.title'),
        note: t('mail.waitingWord.note'),
      };
    case 'requestLink':
      return {
        subject: t('mail.requestLink.subject'),
        title: t('mail.requestLink.title'),
        note: t('mail.requestLink.note'),
      };
    case 'otherChannel':
      return {
        subject: t('mail.otherChannel.subject', { moment }),
        title: t('mail.otherChannel.title'),
        note: t('mail.otherChannel.note'),
      };
    case 'companionLink':
      return {
        subject: t('mail.companionLink.subject', { moment }),
        title: t('mail.companionLink.title'),
        note: t('mail.companionLink.note'),
      };
    case 'companionMoved':
      return {
        subject: t('mail.companionMoved.subject', { moment }),
        title: t('mail.companionMoved.title'),
        note: t('mail.companionMoved.note'),
      };
    case 'companionOff':
      return {
        subject: t('mail.companionOff.subject', { moment }),
        title: t('mail.companionOff.title'),
        note: t('mail.companionOff.note'),
      };
    case 'questionAnswered':
      return {
        subject: t('mail.questionAnswered.subject'),
        title: t('mail.questionAnswered.title'),
        note: t('mail.questionAnswered.note', { phone }),
      };
  }
}

/** The words of a text message. @param values of the variables, or their names */
export function writeDefaultSms(
  kind: MessageKind,
  voice: Voice,
  { organisation, moment, until, agreed, words, link, how }: MessageValues,
  { day, by }: MessageChoices,
): string {
  const t = translatorOf(voice);
  const common = { organisation, moment, words, link };
  const place = { ...common, how: how === '' ? '' : ` ${how}` };
  switch (kind) {
    case 'confirmation':
      return t('sms.confirmation', place);
    case 'reminder':
      return t('sms.reminder', { ...place, day });
    case 'cancellation':
      return t('sms.cancellation', { ...common, by });
    case 'moved':
      return t('sms.moved', place);
    case 'earlierTime':
      return t('sms.earlierTime', { ...common, until });
    case 'missed':
      return t('sms.missed', common);
    case 'delayed':
      return t('sms.delayed', { ...common, agreed });
    case 'escalation':
      return t('sms.escalation', place);
    case 'turnNear':
      return t('sms.turnNear', common);
    case 'waitingWord':
      return t('sms.waitingWord', common);
    case 'requestLink':
      return t('sms.requestLink', common);
    case 'otherChannel':
      return t('sms.otherChannel', common);
    case 'companionLink':
      return t('sms.companionLink', common);
    case 'companionMoved':
      return t('sms.companionMoved', common);
    case 'companionOff':
      return t('sms.companionOff', { organisation, moment, words });
    case 'questionAnswered':
      return t('sms.questionAnswered', common);
  }
}

/**
 * The product's words for a part with the variables by name: where somebody's own begin. What depends on the day or the channel is
 * said so that it always holds. Empty where the product says nothing.
 */
export function defaultTemplate(
  { wording, channel, language }: WordingKey,
  part: WordedPart,
  formOfAddress: FormOfAddress,
): string {
  const { kind } = wordings[wording];
  const voice = { language, formOfAddress };
  const by = wording === 'cancellationByStaff' ? 'staff' : 'other';
  const choices = { day: 'other', by, channel: 'other' } as const;
  if (channel === 'sms') return writeDefaultSms(kind, voice, variableNames, choices);
  const words = { intro: '', text: '', ...writeDefaultMailWords(kind, voice, variableNames, choices) };
  return words[part];
}
