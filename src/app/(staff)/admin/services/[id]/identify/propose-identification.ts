import { getTranslations } from 'next-intl/server';
import type { IdentificationStatement } from '#features/administration/identification-statement.data.ts';
import type { ServiceTexts } from '#features/administration/service-texts.data.ts';
import { type LocalizedText, languages } from '#journey/language.ts';

/** What a service would most likely say, for an administrator to begin with: our words for title and reason, its own lawful basis. */
export async function proposeIdentification({ privacy }: ServiceTexts): Promise<IdentificationStatement> {
  const words = await Promise.all(
    languages.map((locale) => getTranslations({ locale, namespace: 'admin.identify.proposal' })),
  );
  const inAll = (key: 'title' | 'purpose' | 'ifDeclined') =>
    Object.fromEntries(languages.map((language, index) => [language, words[index]?.(key)])) as LocalizedText;
  return {
    level: 'substantial',
    mayBeShown: true,
    attributes: [],
    controlQuestions: [],
    isMandatory: true,
    keptDays: privacy.retentionDays,
    title: inAll('title'),
    purpose: inAll('purpose'),
    basis: privacy.lawfulBasis,
    ifDeclined: inAll('ifDeclined'),
  };
}
