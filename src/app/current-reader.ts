import { cache } from 'react';
import { type Language, type LocalizedText, localize } from '#journey/language.ts';
import type { MomentStyle } from '#shared/i18n/format-moment.ts';
import { currentLanguage, currentOrganisation } from './current-request.ts';

/** Who reads this page: the words of the organisation's own texts, and how its moments are written. */
export type Reader = {
  readonly language: Language;
  readonly style: MomentStyle;
  /** An own text of the organisation in the reader's language and form of address. */
  readonly say: (text: LocalizedText) => string;
};

export const currentReader = cache(async (): Promise<Reader> => {
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  return {
    language,
    style: { language, timeZone: organisation.timeZone },
    say: (text) => localize(text, language, organisation.formOfAddress),
  };
});
