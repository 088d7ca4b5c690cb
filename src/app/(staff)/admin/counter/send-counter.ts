'use server';

import { changeWalkIn, walkInForm } from '#features/administration/change-walk-in.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of a team's open counter. */
export async function sendCounter(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: walkInForm,
    toChange: changeWalkIn,
    back: ({ team }) => `/admin/counter?team=${team}`,
  });
}
