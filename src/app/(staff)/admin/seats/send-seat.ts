'use server';

import { changeSeat, seatForm } from '#features/administration/change-seat.ts';
import { changeTeam, teamForm } from '#features/administration/change-team.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of a seat. */
export async function sendSeat(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: seatForm,
    toChange: (value, intent) => changeSeat(value, intent === 'remove'),
    back: () => '/admin/seats',
  });
}

/** Takes the form of a team. */
export async function sendTeam(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: teamForm,
    toChange: (value, intent) => changeTeam(value, intent === 'remove'),
    back: () => '/admin/seats',
  });
}
