import { type LocalizedText, languages, localize } from '#journey/language.ts';
import { currentOrganisation } from '../../../../current-request.ts';

/** Writes a text for the fields of a row, per language, as citizens read it: with u or with je. */
export async function localizedValues(): Promise<
  (prefix: string, text: LocalizedText) => Record<string, string>
> {
  const { formOfAddress } = await currentOrganisation();
  return (prefix, text) =>
    Object.fromEntries(
      languages.map((language) => [`${prefix}${language}`, localize(text, language, formOfAddress)]),
    );
}
