import { createTranslator } from 'next-intl';
import type { FormOfAddress, Language } from '#journey/language.ts';
import { linkMark } from '#journey/text-lines.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';

const translator = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'correspondence.link' }),
);

export type AnswerText = {
  /** As it was written, with the mark where the link belongs. */
  readonly text: string;
  /** Absolute; null where none is sent along. */
  readonly link: string | null;
  readonly organisationName: string;
  /** The recognition phrase, where the address is the one of the appointment; null for everybody else. */
  readonly phraseWords: readonly string[] | null;
  readonly language: Language;
  readonly formOfAddress: FormOfAddress;
};

/**
 * An answer as it leaves as text. A link never comes alone: it says of whom it is and, where it may, by which words that is known, for a bare address
 * is what swindlers send.
 */
export function writeAnswerText(answer: AnswerText): string {
  const { text, link, organisationName, phraseWords, language, formOfAddress } = answer;
  if (link === null) return text;
  const t = translator(language, formOfAddress);
  const words = text.replace(linkMark, '').trim();
  const head = words === '' ? t('alone', { name: organisationName }) : `${organisationName}: ${words}`;
  const tail = phraseWords === null ? [] : [t('words', { words: phraseWords.join(' ') })];
  return [head, link, ...tail].join('\n');
}
