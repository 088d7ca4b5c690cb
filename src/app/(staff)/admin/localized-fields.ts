import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '#features/administration/edit-state.ts';
import { type LocalizedText, languages, localize } from '#journey/language.ts';
import { currentOrganisation } from '../../current-request.ts';

type Described = {
  readonly name: string;
  readonly label: string;
  readonly text: LocalizedText | null;
  /** Several lines. */
  readonly long?: boolean;
};

/** One field per language of the organisation, its own first. In Dutch it is the text as citizens read it, with u or with je. */
export async function localizedFields({ name, label, text, long }: Described): Promise<FieldSpec[]> {
  const [organisation, t] = await Promise.all([currentOrganisation(), getTranslations('common.languages')]);
  const { defaultLanguage, formOfAddress } = organisation;
  const ordered = [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  return ordered.map((language) => ({
    kind: long ? ('area' as const) : ('text' as const),
    name: `${name}.${language}`,
    label: `${label} (${t(language)})`,
    value: text === null ? '' : localize(text, language, formOfAddress),
  }));
}
