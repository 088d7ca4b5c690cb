import { z } from 'zod';
import type { ServiceId } from '#journey/ids.ts';
import { type LocalizedText, languages } from '#journey/language.ts';
import { questionKinds } from '#journey/preparatory-questions.ts';
import { changeTexts } from './change-service-texts.ts';
import { readChoices } from './choice-lines.ts';
import { id, localized, optionalText } from './form-fields.ts';
import { writeQuestions } from './service-questions.data.ts';

const mostQuestions = 20;
const mostChoices = 12;

const lines = optionalText(mostChoices * 121);
const perLanguage = z.object({ nl: lines, fr: lines, en: lines, de: lines }).optional();

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
    const read = readChoices(choices ?? {}, mostChoices);
    if (read.ok) return { ...words, choices: read.choices };
    context.addIssue({ code: 'custom', message: read.code, path: ['choices', 'nl'] });
    return z.NEVER;
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
