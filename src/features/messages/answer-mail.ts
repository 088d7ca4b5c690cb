import { createTranslator } from 'next-intl';
import type { TextLineId } from '#journey/ids.ts';
import { type Language, localize } from '#journey/language.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';
import type { MailContent } from '../../../emails/mail-content.ts';
import type { Sender } from './told.ts';

/** An answer of a clerk, or of the product itself, to a mail that somebody wrote. */
export type Answer = {
  readonly id: TextLineId;
  readonly language: Language;
  /** Without its link; a line break stays one. */
  readonly text: string;
  /** The secure page; null where none is sent along. */
  readonly link: string | null;
  /** To greet with; null where it is not known whose address it is. */
  readonly name: string | null;
  /** The recognition phrase of the appointment whose address it is; null for everybody else. */
  readonly phraseWords: readonly string[] | null;
  readonly isByPerson: boolean;
};

const answerWords = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'correspondence.mail' }),
);
const mailWords = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'messages.mail' }),
);
const productName = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'common' })('productName'),
);

/** What such a mail says, set out like every mail of the municipality. */
export function writeAnswerMail(answer: Answer, sender: Sender, origin: string): MailContent {
  const { language, text, link, name, phraseWords, isByPerson } = answer;
  const { formOfAddress } = sender;
  const t = answerWords(language, formOfAddress);
  const mail = mailWords(language, formOfAddress);
  return {
    language,
    subject: isByPerson ? t('subject', { name: sender.name }) : t('received'),
    preview: t('note'),
    sender: sender.name,
    product: productName(language, formOfAddress),
    label: t('label'),
    greeting: name === null ? mail('greetingWithoutName') : mail('greeting', { name }),
    title: isByPerson ? t('title') : t('received'),
    intro: text === '' ? null : text,
    facts: [],
    actions: link === null ? [] : [{ label: t('link'), url: link }],
    note: t('note'),
    sections:
      phraseWords === null
        ? []
        : [{ title: mail('phrase.title'), words: phraseWords, small: mail('phrase.never') }],
    footer: {
      title: mail('footer.title', { phone: sender.phone.replaceAll(' ', '\u00a0') }),
      lines: [
        localize(sender.counterHours.phone, language, formOfAddress),
        mail('footer.visit', { address: `${sender.streetLine}, ${sender.postalCode} ${sender.city}` }),
      ],
      link: { label: mail('footer.privacy'), url: `${origin}/` },
    },
  };
}
