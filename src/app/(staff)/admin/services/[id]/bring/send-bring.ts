'use server';

import { changeRequirements, requirementsForm } from '#features/administration/change-service-texts.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { languages } from '#journey/language.ts';
import { sendEdit } from '../../../send-edit.ts';

/** Takes the form of what to bring for a service. */
export async function sendBring(previous: EditState, form: FormData): Promise<EditState> {
  const perLanguage = (field: string) => languages.map((language) => `${field}.${language}`);
  return sendEdit(previous, form, {
    schema: requirementsForm,
    toChange: changeRequirements,
    back: ({ service }) => `/admin/services/${service}/bring`,
    rows: { bring: ['id', 'icon', 'mayUpload', ...perLanguage('title'), ...perLanguage('reason')] },
  });
}
