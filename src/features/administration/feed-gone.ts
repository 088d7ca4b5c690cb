import { createTranslator } from 'next-intl';
import type { FormOfAddress, Language } from '#journey/language.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';

type Organisation = {
  readonly name: string;
  readonly defaultLanguage: Language;
  readonly languages: readonly Language[];
  readonly formOfAddress: FormOfAddress;
};

/**
 * What a calendar's address answers that is none, or none any more: plain words in every language of the organisation, its own first. It is
 * read in a calendar program, or by who opens the address: neither is a page of the product, and nobody's language is known.
 */
export function writeFeedGone({ name, defaultLanguage, languages, formOfAddress }: Organisation): string {
  const inOrder = [...new Set([defaultLanguage, ...languages])];
  const texts = inOrder.map((language) => {
    const messages = loadMessages(language, formOfAddress);
    const t = createTranslator({ locale: language, messages, namespace: 'admin.feed' });
    return t('gone', { organisation: name });
  });
  return `${texts.join('\n\n')}\n`;
}
