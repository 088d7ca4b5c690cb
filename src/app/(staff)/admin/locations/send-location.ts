'use server';

import { changeLocation, locationForm } from '#features/administration/change-location.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of a building. */
export async function sendLocation(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: locationForm,
    toChange: (value, intent) => changeLocation(value, intent === 'remove'),
    back: () => '/admin/locations',
  });
}
