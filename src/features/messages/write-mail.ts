import { createTranslator } from 'next-intl';
import { localize } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatDate, formatMoney, formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { MailContent, MailFact, MailLink, MailSection } from '../../../emails/mail-content.ts';
import { greetableName } from './greetable-name.ts';
import { relativeDay } from './relative-day.ts';
import type { Telling } from './told.ts';

/** What a mail of this kind says, in the citizen's language. Personal is the greeting alone: no remark, no number of anybody. */
export function writeMail(kind: MessageKind, telling: Telling, now: EpochMilliseconds): MailContent {
  const { sender, appointment, link } = telling;
  const { language } = appointment;
  const t = wordsOf(telling);
  const name = greetableName(appointment.citizenName);
  const moment = formatNearMoment(appointment.startAt, { language, timeZone: sender.timeZone });
  const day = relativeDay(appointment.startAt, now, sender.timeZone);
  const common = {
    language,
    sender: sender.name,
    product: createTranslator({
      locale: language,
      messages: loadMessages(language, sender.formOfAddress),
      namespace: 'common',
    })('productName'),
    greeting: name === null ? t('greetingWithoutName') : t('greeting', { name }),
    facts: writeFacts(telling),
    footer: writeFooter(telling),
  };
  const open: MailLink = { label: t('open'), url: link };
  const keep = t('keep', { channel: appointment.channel });
  switch (kind) {
    case 'confirmation':
      return {
        ...common,
        label: t('confirmation.label'),
        subject: t('confirmation.subject', { moment }),
        preview: t('confirmation.preview', { moment }),
        title: t('confirmation.title'),
        actions: [open, { label: t('calendar'), url: `${link}/calendar.ics` }],
        note: keep,
        sections: writePreparation(telling),
      };
    case 'reminder':
      return {
        ...common,
        label: t('reminder.label'),
        subject: t('reminder.subject', { day, moment }),
        preview: t('reminder.preview', { moment }),
        title: t('reminder.title', { day }),
        actions: [open],
        note: keep,
        sections: writePreparation(telling),
      };
    case 'cancellation':
      return {
        ...common,
        label: t('cancellation.label'),
        subject: t('cancellation.subject', { moment }),
        preview: t('cancellation.preview'),
        title: t('cancellation.title'),
        actions: [{ label: t('again'), url: bookAgainUrl(telling) }],
        note: t('cancellation.note'),
        sections: [{ title: t('remove.title'), text: t('remove.text') }, writePhrase(telling, false)],
      };
  }
}

/** Where a new appointment for the same begins. */
function bookAgainUrl({ origin, appointment }: Telling): string {
  const [service] = appointment.services;
  return service === undefined ? `${origin}/` : `${origin}/services/${service.slug}`;
}

function wordsOf({ sender, appointment: { language } }: Telling) {
  const messages = loadMessages(language, sender.formOfAddress);
  return createTranslator({ locale: language, messages, namespace: 'messages.mail' });
}

/** The municipality's own text, for this reader. */
function own({ sender, appointment }: Telling) {
  return (text: Parameters<typeof localize>[0]) => localize(text, appointment.language, sender.formOfAddress);
}

function writeFacts(telling: Telling): readonly MailFact[] {
  const { sender, appointment } = telling;
  const { language, startAt, endAt, channel, state } = appointment;
  const t = wordsOf(telling);
  const say = own(telling);
  const style = { language, timeZone: sender.timeZone };
  const upcoming = state !== 'cancelled';
  const minutes = Math.round((endAt - startAt) / 60_000);
  const services = appointment.services.map(({ name, feeCents }) =>
    t('facts.whatAndFee', {
      service: say(name),
      fee: feeCents === 0 ? t('facts.free') : formatMoney(feeCents, language),
    }),
  );
  return [
    {
      label: t('facts.when'),
      value: `${formatDate(startAt, style)}, ${unbroken(formatTime(startAt, style))}`,
      strong: true,
      ...(upcoming ? { note: t('facts.duration', { minutes }) } : {}),
    },
    { label: t('facts.what'), value: services.join('\n') },
    ...(upcoming
      ? [{ label: t('facts.how'), value: t('facts.channel', { channel, address: addressOf(telling) }) }]
      : []),
    { label: t('facts.reference'), value: appointment.reference },
  ];
}

/** Kept on one line: a time, a telephone number. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function writePreparation(telling: Telling): readonly MailSection[] {
  const { appointment, origin, link } = telling;
  const t = wordsOf(telling);
  const say = own(telling);
  const items = appointment.services
    .flatMap(({ requirements }) => requirements)
    .map(({ title, reason }) => ({ title: say(title), reason: say(reason) }))
    // Two services may ask for the same.
    .filter((item, index, all) => all.findIndex(({ title }) => title === item.title) === index);
  const test: MailSection = {
    title: t('test.title'),
    text: t('test.text'),
    link: { label: t('test.link'), url: `${origin}/test` },
  };
  return [
    ...(items.length === 0 ? [] : [{ title: t('prepare.title'), items }]),
    ...(appointment.channel === 'video' ? [test] : []),
    writePhrase(telling, true),
    {
      title: t('change.title'),
      text: t('change.text'),
      link: { label: t('change.link'), url: link },
    },
  ];
}

/** @param upcoming whether the waiting room is still to come */
function writePhrase(telling: Telling, upcoming: boolean): MailSection {
  const t = wordsOf(telling);
  return {
    title: t('phrase.title'),
    ...(upcoming ? { text: t('phrase.text') } : {}),
    words: telling.appointment.phraseWords,
    small: t('phrase.never'),
  };
}

function writeFooter(telling: Telling): MailContent['footer'] {
  const { sender, appointment, origin } = telling;
  const t = wordsOf(telling);
  const days = Math.max(...appointment.services.map(({ retentionDays }) => retentionDays));
  const [service] = appointment.services;
  return {
    title: t('footer.title', { phone: unbroken(sender.phone) }),
    lines: [
      own(telling)(sender.counterHours.phone),
      t('footer.visit', { address: addressOf(telling) }),
      ...(service === undefined ? [] : [t('footer.retention', { days })]),
    ],
    link: {
      label: t('footer.privacy'),
      url: service === undefined ? `${origin}/` : `${origin}/services/${service.slug}/privacy`,
    },
  };
}

function addressOf({ sender: { streetLine, postalCode, city } }: Telling): string {
  return `${streetLine}, ${postalCode} ${city}`;
}
