import { createTranslator } from 'next-intl';
import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { MailContent, MailFact, MailLink } from '../../../emails/mail-content.ts';
import { greetableName } from './greetable-name.ts';
import {
  bookAgainUrl,
  wordsOf,
  writeFacts,
  writeFooter,
  writePhrase,
  writePreparation,
} from './mail-parts.ts';
import { relativeDay } from './relative-day.ts';
import type { Telling } from './told.ts';

type Body = Pick<MailContent, 'label' | 'subject' | 'preview' | 'title' | 'actions' | 'note' | 'sections'> &
  Partial<Pick<MailContent, 'facts'>>;

/** What a mail of this kind says, in the citizen's language. Personal is the greeting and one's own number: no remark. */
export function writeMail(kind: MessageKind, telling: Telling, now: EpochMilliseconds): MailContent {
  const { sender, appointment } = telling;
  const { language } = appointment;
  const t = wordsOf(telling);
  const name = greetableName(appointment.citizenName);
  return {
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
    ...bodies[kind](telling, now),
  };
}

const bodies: Readonly<Record<MessageKind, (telling: Telling, now: EpochMilliseconds) => Body>> = {
  confirmation: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('confirmation.label'),
      subject: t('confirmation.subject', { moment }),
      preview: t('confirmation.preview', { moment }),
      title: t('confirmation.title'),
      actions: [openLink(telling), calendarLink(telling)],
      note: t('keep', { channel: telling.appointment.channel }),
      sections: writePreparation(telling),
    };
  },
  reminder: (telling, now) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    const day = relativeDay(telling.appointment.startAt, now, telling.sender.timeZone);
    return {
      label: t('reminder.label'),
      subject: t('reminder.subject', { day, moment }),
      preview: t('reminder.preview', { moment }),
      title: t('reminder.title', { day }),
      actions: [...answerLinks(telling), openLink(telling)],
      note: t('keep', { channel: telling.appointment.channel }),
      sections: writePreparation(telling),
    };
  },
  moved: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('moved.label'),
      subject: t('moved.subject', { moment }),
      preview: t('moved.preview', { moment }),
      title: t('moved.title'),
      actions: [openLink(telling), calendarLink(telling)],
      note: t('moved.note'),
      sections: [{ title: t('update.title'), text: t('update.text') }, ...writePreparation(telling)],
    };
  },
  cancellation: (telling) => {
    const t = wordsOf(telling);
    const by = telling.appointment.cancelledBy === 'staff' ? 'staff' : 'other';
    return {
      label: t('cancellation.label'),
      subject: t('cancellation.subject', { by, moment: momentOf(telling) }),
      preview: t('cancellation.preview', { by }),
      title: t('cancellation.title', { by }),
      actions: [{ label: t('again'), url: bookAgainUrl(telling) }],
      note: t('cancellation.note', { by }),
      sections: [{ title: t('remove.title'), text: t('remove.text') }, writePhrase(telling, false)],
    };
  },
  earlierTime: (telling) => {
    const t = wordsOf(telling);
    const { offer, startAt } = telling.appointment;
    const moment = momentOf(telling, offer?.startAt);
    const until = momentOf(telling, offer?.expiresAt);
    return {
      label: t('earlierTime.label'),
      subject: t('earlierTime.subject', { moment }),
      preview: t('earlierTime.preview', { until }),
      title: t('earlierTime.title'),
      facts: [
        { label: t('facts.offered'), value: moment, note: t('facts.keptUntil', { until }), strong: true },
        { label: t('facts.now'), value: momentOf(telling, startAt) },
        ...writeFacts(telling).slice(1),
      ] satisfies MailFact[],
      actions: [{ label: t('earlierTime.open'), url: telling.link }],
      note: t('earlierTime.note'),
      sections: [writePhrase(telling, false)],
    };
  },
  missed: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('missed.label'),
      subject: t('missed.subject', { moment: momentOf(telling) }),
      preview: t('missed.preview'),
      title: t('missed.title'),
      actions: [{ label: t('again'), url: bookAgainUrl(telling) }],
      note: t('missed.note'),
      sections: [writePhrase(telling, false)],
    };
  },
  delayed: (telling) => {
    const t = wordsOf(telling);
    const { startAt, toldStartAt } = telling.appointment;
    const moment = momentOf(telling, toldStartAt ?? startAt);
    return {
      label: t('delayed.label'),
      subject: t('delayed.subject', { moment }),
      preview: t('delayed.preview'),
      title: t('delayed.title'),
      facts: [
        { label: t('facts.expected'), value: moment, strong: true },
        { label: t('facts.agreed'), value: momentOf(telling, startAt) },
        ...writeFacts(telling).slice(1),
      ] satisfies MailFact[],
      actions: answerLinks(telling),
      note: t('delayed.note'),
      sections: [writePhrase(telling, true)],
    };
  },
  escalation: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('escalation.label'),
      subject: t('escalation.subject', { moment }),
      preview: t('escalation.preview', { moment }),
      title: t('escalation.title'),
      actions: [...answerLinks(telling), openLink(telling)],
      note: t('escalation.note'),
      sections: writePreparation(telling),
    };
  },
};

function momentOf({ sender, appointment }: Telling, at: EpochMilliseconds = appointment.startAt): string {
  return formatNearMoment(at, { language: appointment.language, timeZone: sender.timeZone });
}

function openLink(telling: Telling): MailLink {
  return { label: wordsOf(telling)('open'), url: telling.link };
}

/** The buttons by which the citizen lets know to be coming, or wants another time. What they open changes nothing by itself. */
function answerLinks(telling: Telling): readonly [MailLink, MailLink] {
  const t = wordsOf(telling);
  return [
    { label: t('coming'), url: `${telling.link}?answer=coming` },
    { label: t('move'), url: `${telling.link}?answer=move` },
  ];
}

function calendarLink(telling: Telling): MailLink {
  return { label: wordsOf(telling)('calendar'), url: `${telling.link}/calendar.ics` };
}
