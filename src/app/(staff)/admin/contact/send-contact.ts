'use server';

import { changeContact, contactForm } from '#features/administration/change-contact.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of when telephone and counter are open. */
export async function sendContact(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: contactForm,
    toChange: changeContact,
    back: () => '/admin/contact',
  });
}
