import { z } from 'zod';
import type { ServiceId } from '#journey/ids.ts';
import { type LocalizedText, languages } from '#journey/language.ts';
import { questionKinds } from '#journey/preparatory-questions.ts';
import { changeTexts } from './change-service-texts.ts';
import { id, localized, optionalText } from './form-fields.ts';
import { writeQuestions } from './service-questions.data.ts';

const mostQuestions = 20;
const mostChoices = 12;
const mostChoiceCharacters = 120;

const lines = optionalText(mostChoices * (mostChoiceCharacters + 1));
const perLanguage = z.object({ nl: lines, fr: lines, en: lines, de: lines }).optional();

type Written = Readonly<Partial<Record<(typeof languages)[number], string>>>;

/** One choice a line, in each language as many; a language that stays empty takes the words of another. */
function readChoices(written: Written): readonly LocalizedText[] | null {
  const lists = languages.map((language) => linesOf(written[language] ?? ''));
  const first = lists.find((list) => list.length > 0) ?? [];
  if (lists.some((list) => list.length > 0 && list.length !== first.length)) return null;
  const words = (language: number, at: number) => lists[language]?.[at] ?? first[at] ?? '';
  return first.map(
    (_line, at) =>
      Object.fromEntries(languages.map((language, index) => [language, words(index, at)])) as LocalizedText,
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text that may be left out altogether. */
const optionalWords = z
  .object({ nl: optionalText(300), fr: optionalText(300), en: optionalText(300), de: optionalText(300) })
  .optional()
  .transform((written): LocalizedText | null => {
    const first = languages.map((language) => written?.[language]).find((text) => text);
    if (first === undefined) return null;
    const words = languages.map((language) => [language, written?.[language] || first]);
    return Object.fromEntries(words) as LocalizedText;
  });

const question = z
  .object({
    id: z.uuid().optional(),
    kind: z.enum(questionKinds),
    isMandatory: z.enum(['no', 'yes']).transform((chosen) => chosen === 'yes'),
    label: localized(200),
    hint: optionalWords,
    choices: perLanguage,
  })
  .transform(({ choices, ...words }, context) => {
    if (words.kind !== 'choice') return { ...words, choices: [] };
    const read = readChoices(choices ?? {});
    const say = (message: string) => {
      context.addIssue({ code: 'custom', message, path: ['choices', 'nl'] });
      return z.NEVER;
    };
    if (read === null) return say('linesDiffer');
    if (read.length < 2) return say('choicesMissing');
    if (read.length > mostChoices) return say('tooMany');
    if (read.some(({ nl }) => nl.length > mostChoiceCharacters)) return say('tooLong');
    if (new Set(read.map(({ nl }) => nl)).size < read.length) return say('double');
    return { ...words, choices: read };
  });

/** What a service asks beforehand. */
export const questionsForm = z.object({
  service: id<ServiceId>(),
  /** Stands for the list as it was when the form was made. */
  seen: z.string(),
  questions: z.array(question).max(mostQuestions, { error: 'tooMany' }).default([]),
});

export const changeQuestions = (form: z.output<typeof questionsForm>) =>
  changeTexts('administration.questionsChanged', form, {
    read: ({ questions }) => questions,
    write: (scope) => writeQuestions(scope, form.service, form.questions),
  });
