import { interpreterLanguages } from '#journey/interpreter-languages.ts';
import type { Language } from '#journey/language.ts';

/** The name of a language in the words of the reader: "Tigrinya", "arabe". @param code as `interpreterLanguages` has it */
export function nameLanguage(code: string, reader: Language): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? code;
}

/** All languages for which an interpreter can be asked, by name in the reader's alphabet. */
export function listInterpreterLanguages(reader: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const { compare } = new Intl.Collator(reader);
  return interpreterLanguages
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name));
}
