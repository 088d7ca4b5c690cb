import { createTranslator } from 'next-intl';
import { localize } from '#journey/language.ts';
import { formatDate, formatMoney, formatTime } from '#shared/i18n/format-moment.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import type { MailContent, MailFact, MailSection } from '../../../emails/mail-content.ts';
import type { Telling } from './told.ts';

/** The parts of which mails about an appointment are made. */

/** Where a new appointment for the same services begins. */
export function bookAgainUrl({ origin, appointment }: Telling): string {
  const [first, ...others] = appointment.services.map(({ slug }) => slug);
  if (first === undefined) return `${origin}/`;
  const together = others.map((slug) => `with=${encodeURIComponent(slug)}`).join('&');
  return `${origin}/services/${first}${together === '' ? '' : `?${together}`}`;
}

const translatorOf = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'messages.mail' }),
);

const preparationOf = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'preparation' }),
);

export function wordsOf({ sender, appointment: { language } }: Telling) {
  return translatorOf(language, sender.formOfAddress);
}

function preparationWords({ sender, appointment: { language } }: Telling) {
  return preparationOf(language, sender.formOfAddress);
}

/** The municipality's own text, for this reader. */
function own({ sender, appointment }: Telling) {
  return (text: Parameters<typeof localize>[0]) => localize(text, appointment.language, sender.formOfAddress);
}

export function writeFacts(telling: Telling): readonly MailFact[] {
  const { sender, appointment } = telling;
  const { language, startAt, endAt, state } = appointment;
  const t = wordsOf(telling);
  const preparation = preparationWords(telling);
  const say = own(telling);
  const style = { language, timeZone: sender.timeZone };
  const upcoming = state === 'booked';
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
    ...(upcoming ? [{ label: t('facts.how'), value: t('facts.channel', channelValues(telling)) }] : []),
    ...(upcoming && appointment.needsInterpreter
      ? [{ label: preparation('interpreter.term'), value: preparation('interpreter.noted') }]
      : []),
    { label: t('facts.reference'), value: appointment.reference },
  ];
}

/** Kept on one line: a time, a telephone number. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

export function writePreparation(telling: Telling): readonly MailSection[] {
  const { appointment, link } = telling;
  const t = wordsOf(telling);
  const items = [...writeMandate(telling), ...writeRequirements(telling)];
  const test: MailSection = {
    title: t('test.title'),
    text: t('test.text'),
    link: { label: t('test.link'), url: `${link}?answer=test` },
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

type ThingToBring = { readonly title: string; readonly reason: string };

/** What proves that the citizen may act for somebody else. Whom exactly, a mail does not say. */
function writeMandate(telling: Telling): ThingToBring[] {
  const t = preparationWords(telling);
  const { actsFor } = telling.appointment;
  return actsFor === null
    ? []
    : [{ title: t(`mandate.${actsFor}.title`), reason: t(`mandate.${actsFor}.reason`) }];
}

function writeRequirements(telling: Telling): ThingToBring[] {
  const say = own(telling);
  return (
    telling.appointment.services
      .flatMap(({ requirements }) => requirements)
      .map(({ title, reason }) => ({ title: say(title), reason: say(reason) }))
      // Two services may ask for the same.
      .filter((item, index, all) => all.findIndex(({ title }) => title === item.title) === index)
  );
}

/** @param upcoming whether the waiting room is still to come */
export function writePhrase(telling: Telling, upcoming: boolean): MailSection {
  const t = wordsOf(telling);
  return {
    title: t('phrase.title'),
    ...(upcoming ? { text: t('phrase.text', { channel: telling.appointment.channel }) } : {}),
    words: telling.appointment.phraseWords,
    small: t('phrase.never'),
  };
}

export function writeFooter(telling: Telling): MailContent['footer'] {
  const { sender, appointment, origin } = telling;
  const t = wordsOf(telling);
  const days = Math.max(...appointment.services.map(({ retentionDays }) => retentionDays));
  const [service] = appointment.services;
  return {
    title: t('footer.title', { phone: unbroken(sender.phone) }),
    lines: [
      own(telling)(sender.counterHours.phone),
      t('footer.visit', { address: `${sender.streetLine}, ${sender.postalCode} ${sender.city}` }),
      ...(service === undefined ? [] : [t('footer.retention', { days })]),
    ],
    link: {
      label: t('footer.privacy'),
      url: service === undefined ? `${origin}/` : `${origin}/services/${service.slug}/privacy`,
    },
  };
}

/** Where the counter of this appointment is, in one line; else where the municipality itself is. */
export function addressOf({ sender, appointment }: Telling): string {
  const { streetLine, postalCode, city } = appointment.location ?? sender;
  return `${streetLine}, ${postalCode} ${city}`;
}

/** How the appointment takes place: what a text about its channel needs. */
export function channelValues(telling: Telling) {
  const { channel, phone } = telling.appointment;
  const number = phone === null ? '' : unbroken(formatPhoneLocally(phone));
  return { channel, address: addressOf(telling), number, known: phone === null ? 'no' : 'yes' } as const;
}
