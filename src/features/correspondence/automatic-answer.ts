import { createTranslator } from 'next-intl';
import type { FormOfAddress, Language } from '#journey/language.ts';
import { perCatalogue } from '#shared/i18n/per-catalogue.ts';

const translator = perCatalogue((locale, messages) =>
  createTranslator({ locale, messages, namespace: 'correspondence.automatic' }),
);

/** What the product itself has to say to who wrote. */
export type Occasion = {
  /** Nobody warned them yet about what not to send. */
  readonly isFirst: boolean;
  /** A sensitive number was made unreadable, for the first time. */
  readonly wasMasked: boolean;
  /** Files were refused, for the first time. */
  readonly hadFiles: boolean;
};

type Voice = { readonly language: Language; readonly formOfAddress: FormOfAddress };

/** What whoever writes too much in an hour is told, once. */
export function writeTooMany({ language, formOfAddress }: Voice, phone: string): string {
  return translator(language, formOfAddress)('tooMany', { phone });
}

/** The product's own answer; null where there is nothing to say. Short: it is also sent as SMS. */
export function writeAutomaticAnswer(
  { isFirst, wasMasked, hadFiles }: Occasion,
  voice: Voice,
  organisationName: string,
): string | null {
  const t = translator(voice.language, voice.formOfAddress);
  const sentences = [
    ...(isFirst ? [t('received', { name: organisationName })] : []),
    ...(wasMasked ? [t('masked')] : []),
    ...(hadFiles ? [t('files')] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}
