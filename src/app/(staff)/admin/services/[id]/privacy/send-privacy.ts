'use server';

import { changePrivacy, privacyForm } from '#features/administration/change-service-texts.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { languages } from '#journey/language.ts';
import { sendEdit } from '../../../send-edit.ts';

/** Takes the form of what a service's page says about the use of data. */
export async function sendPrivacy(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: privacyForm,
    toChange: changePrivacy,
    back: ({ service }) => `/admin/services/${service}/privacy`,
    rows: { dataAsked: languages, recipients: languages },
  });
}
