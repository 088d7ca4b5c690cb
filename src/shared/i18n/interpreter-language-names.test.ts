import { expect, test } from 'vitest';
import { interpreterLanguages } from '#journey/interpreter-languages.ts';
import { languages } from '#journey/language.ts';
import { listInterpreterLanguages, nameLanguage } from './interpreter-language-names.ts';

test.each(languages)('every language has a name of its own in %s, in order of the alphabet', (reader) => {
  const list = listInterpreterLanguages(reader);
  const names = list.map(({ name }) => name);
  expect(new Set(names).size).toBe(interpreterLanguages.length);
  expect(list.filter(({ code, name }) => code === name)).toEqual([]);
  expect(names).toEqual([...names].sort(new Intl.Collator(reader).compare));
});

test('a language is named in the words of the reader', () => {
  expect(nameLanguage('ar', 'fr')).toBe('arabe');
  expect(nameLanguage('ti', 'nl')).toBe('Tigrinya');
});

test('every code is one that the database takes', () => {
  expect(interpreterLanguages.filter((code) => !/^[a-z]{2,3}$/.test(code))).toEqual([]);
});
