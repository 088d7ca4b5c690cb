'use server';

import { changeService, serviceForm } from '#features/administration/change-service.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of a service. */
export async function sendService(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: serviceForm,
    toChange: (value, intent) => changeService(value, intent === 'remove'),
    back: () => '/admin/services',
  });
}
