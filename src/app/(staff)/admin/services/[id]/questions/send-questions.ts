'use server';

import { changeQuestions, questionsForm } from '#features/administration/change-questions.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { languages } from '#journey/language.ts';
import { sendEdit } from '../../../send-edit.ts';

/** Takes the form of what a service asks beforehand. */
export async function sendQuestions(previous: EditState, form: FormData): Promise<EditState> {
  const perLanguage = (field: string) => languages.map((language) => `${field}.${language}`);
  return sendEdit(previous, form, {
    schema: questionsForm,
    toChange: changeQuestions,
    back: ({ service }) => `/admin/services/${service}/questions`,
    rows: {
      questions: [
        'id',
        'kind',
        'isMandatory',
        ...perLanguage('label'),
        ...perLanguage('hint'),
        ...perLanguage('choices'),
      ],
    },
  });
}
