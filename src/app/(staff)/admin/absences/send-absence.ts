'use server';

import {
  absenceForm,
  changeAbsence,
  goneAbsenceForm,
  takeAbsenceAway,
} from '#features/administration/change-absence.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { noteFreedTimes } from '#features/changes/note-freed-times.ts';
import { readOfferedDays } from '#features/scheduling/find-times.ts';
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
    toChange: ({ id }, _intent, { timeZone }) =>
      takeAbsenceAway(id, (scope, stretch, now, free) =>
        noteFreedTimes(scope, { readOfferedDays, timeZone, now }, stretch, free),
      ),
    back: () => '/admin/absences',
  });
}
