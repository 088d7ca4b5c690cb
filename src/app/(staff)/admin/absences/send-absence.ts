'use server';

import {
  absenceForm,
  changeAbsence,
  goneAbsenceForm,
  takeAbsenceAway,
} from '#features/administration/change-absence.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of an absence to come. */
export async function sendAbsence(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: absenceForm,
    toChange: (value, _intent, tools) => changeAbsence(tools, value),
    back: () => '/admin/absences',
  });
}

export async function sendAbsenceGone(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: goneAbsenceForm,
    toChange: ({ id }) => takeAbsenceAway(id),
    back: () => '/admin/absences',
  });
}
