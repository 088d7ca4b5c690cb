'use server';

import { changeHours } from '#features/administration/change-hours.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { hoursForm, toHoursWish } from '#features/administration/hours-form.ts';
import { mondayOf } from '#features/administration/week.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of a stretch of opening. */
export async function sendHours(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: hoursForm,
    toChange: (value, intent, tools) => {
      const wish = toHoursWish(value);
      return changeHours(tools, intent === 'remove' ? { ...wish, channels: [] } : wish);
    },
    back: ({ team, date }) => {
      const week = date === undefined ? '' : `&week=${mondayOf(date)}`;
      return `/admin/hours?team=${team}${week}`;
    },
  });
}
