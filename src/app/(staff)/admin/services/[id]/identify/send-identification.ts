'use server';

import { changeIdentification, identificationForm } from '#features/administration/change-identification.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { languages } from '#journey/language.ts';
import { sendEdit } from '../../../send-edit.ts';

/** Takes the form of whether and how a service asks who somebody is. */
export async function sendIdentification(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: identificationForm,
    toChange: changeIdentification,
    back: ({ service }) => `/admin/services/${service}/identify`,
    rows: { controlQuestions: languages },
  });
}
