'use server';

import { changeStaffing, staffingForm } from '#features/administration/change-staffing.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../../../send-edit.ts';

/** Takes the form of a week for a period. */
export async function sendStaffing(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: staffingForm,
    toChange: (value, _intent, tools) => changeStaffing(tools, value),
    back: ({ seat, from }) => `/admin/seats/${seat}/staffing?period=${from}`,
  });
}
