import { createTranslator } from 'next-intl';
import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import type { MailBody, MailContent, MailFact, MailLink } from '../../../emails/mail-content.ts';
import { writeCompanionMail, writeCompanionMoved, writeCompanionOff } from './companion-mail.ts';
import { writeDefaultMailWords } from './default-words.ts';
import { greetableName } from './greetable-name.ts';
import {
  bookAgainUrl,
  wordsOf,
  writeFacts,
  writeFooter,
  writePhrase,
  writePreparation,
} from './mail-parts.ts';
import { readMessageChoices, readMessageValues } from './message-values.ts';
import { fillIn } from './message-variables.ts';
import { readOwnText, type WordedPart, wordingOf } from './own-texts.ts';
import type { Telling } from './told.ts';

const productName = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'common' })('productName'),
);

/** What a mail of this kind says, in the citizen's language. Personal is the greeting and one's own number: no remark. */
export function writeMail(kind: MessageKind, telling: Telling, now: EpochMilliseconds): MailContent {
  const { sender, appointment } = telling;
  const { language } = appointment;
  const t = wordsOf(telling);
  const name = greetableName(appointment.citizenName);
  return {
    language,
    sender: sender.name,
    product: productName(language, sender.formOfAddress),
    greeting: name === null ? t('greetingWithoutName') : t('greeting', { name }),
    ...writeWords(kind, telling, now),
    facts: writeFacts(telling),
    footer: writeFooter(telling),
    ...bodies[kind](telling),
  };
}

/** The words that are the municipality's own where it has any. */
function writeWords(
  kind: MessageKind,
  telling: Telling,
  now: EpochMilliseconds,
): Pick<MailContent, 'subject' | 'title' | 'intro' | 'note'> {
  const { sender, appointment, texts } = telling;
  const { language, cancelledBy } = appointment;
  const values = readMessageValues({ kind, channel: 'email' }, telling, now);
  const voice = { language, formOfAddress: sender.formOfAddress };
  const words = writeDefaultMailWords(kind, voice, values, readMessageChoices(telling, now));
  const key = { wording: wordingOf(kind, cancelledBy), channel: 'email', language } as const;
  const own = (part: WordedPart) => {
    const text = readOwnText(texts, key, part);
    return text === null ? null : fillIn(text, values);
  };
  return {
    subject: own('subject') ?? words.subject,
    title: own('title') ?? words.title,
    intro: own('intro'),
    note: own('note') ?? words.note,
  };
}

/** What holds now, and the time that it takes the place of. */
function writeChangedFacts(telling: Telling): readonly MailFact[] {
  const [now, ...rest] = writeFacts(telling);
  const { formerStartAt } = telling;
  if (now === undefined || formerStartAt === null) return writeFacts(telling);
  return [
    now,
    { label: wordsOf(telling)('facts.formerly'), value: momentOf(telling, formerStartAt) },
    ...rest,
  ];
}

const bodies: Readonly<Record<MessageKind, (telling: Telling) => MailBody>> = {
  confirmation: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('confirmation.label'),
      preview: t('confirmation.preview', { moment }),
      // What tells of a time can be answered, whoever chose it: nothing may follow before the day itself.
      actions: [openLink(telling), ...answerLinks(telling), calendarLink(telling)],
      sections: writePreparation(telling),
    };
  },
  reminder: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('reminder.label'),
      preview: t('reminder.preview', { moment }),
      actions: [...answerLinks(telling), openLink(telling)],
      sections: writePreparation(telling),
    };
  },
  moved: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('moved.label'),
      preview: t('moved.preview', { moment }),
      facts: writeChangedFacts(telling),
      actions: [openLink(telling), ...answerLinks(telling), calendarLink(telling)],
      sections: [{ title: t('update.title'), text: t('update.text') }, ...writePreparation(telling)],
    };
  },
  cancellation: (telling) => {
    const t = wordsOf(telling);
    const by = telling.appointment.cancelledBy === 'staff' ? 'staff' : 'other';
    return {
      label: t('cancellation.label'),
      preview: t('cancellation.preview', { by }),
      actions: [{ label: t('again'), url: bookAgainUrl(telling) }],
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
      preview: t('earlierTime.preview', { until }),
      facts: [
        { label: t('facts.offered'), value: moment, note: t('facts.keptUntil', { until }), strong: true },
        { label: t('facts.now'), value: momentOf(telling, startAt) },
        ...writeFacts(telling).slice(1),
      ] satisfies MailFact[],
      actions: [{ label: t('earlierTime.open'), url: telling.link }],
      sections: [writePhrase(telling, false)],
    };
  },
  missed: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('missed.label'),
      preview: t('missed.preview'),
      actions: [{ label: t('again'), url: bookAgainUrl(telling) }],
      sections: [writePhrase(telling, false)],
    };
  },
  delayed: (telling) => {
    const t = wordsOf(telling);
    const { startAt, toldStartAt } = telling.appointment;
    const moment = momentOf(telling, toldStartAt ?? startAt);
    return {
      label: t('delayed.label'),
      preview: t('delayed.preview'),
      facts: [
        { label: t('facts.expected'), value: moment, strong: true },
        { label: t('facts.agreed'), value: momentOf(telling, startAt) },
        ...writeFacts(telling).slice(1),
      ] satisfies MailFact[],
      actions: answerLinks(telling),
      sections: [writePhrase(telling, true)],
    };
  },
  escalation: (telling) => {
    const t = wordsOf(telling);
    const moment = momentOf(telling);
    return {
      label: t('escalation.label'),
      preview: t('escalation.preview', { moment }),
      actions: [...answerLinks(telling), openLink(telling)],
      sections: writePreparation(telling),
    };
  },
  turnNear: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('turnNear.label'),
      preview: t('turnNear.preview'),
      actions: [openLink(telling)],
      sections: [writePhrase(telling, false)],
    };
  },
  companionLink: (telling) => writeCompanionMail(telling, momentOf(telling)),
  companionMoved: (telling) => writeCompanionMoved(telling, writeChangedFacts(telling), momentOf(telling)),
  companionOff: writeCompanionOff,
  questionAnswered: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('questionAnswered.label'),
      preview: t('questionAnswered.preview'),
      // When it was and its number: enough to know which, and nothing of what was asked.
      facts: writeFacts(telling).filter((_, index, all) => index === 0 || index === all.length - 1),
      actions: [openLink(telling)],
      sections: [writePhrase(telling, false)],
    };
  },
  waitingWord: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('waitingWord.label'),
      preview: t('waitingWord.preview'),
      actions: [openLink(telling)],
      sections: [writePhrase(telling, false)],
    };
  },
  requestLink: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('requestLink.label'),
      preview: t('requestLink.preview'),
      actions: [openLink(telling)],
      sections: [writePhrase(telling, false)],
    };
  },
  otherChannel: (telling) => {
    const t = wordsOf(telling);
    return {
      label: t('otherChannel.label'),
      preview: t('otherChannel.preview'),
      facts: writeFacts(telling),
      actions: [openLink(telling)],
      sections: [writePhrase(telling, false)],
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
