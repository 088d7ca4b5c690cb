'use server';

import {
  addClosingDay,
  addPublicHolidays,
  closingDayForm,
  goneDayForm,
  publicHolidaysForm,
  takeClosingDayAway,
} from '#features/administration/change-closing-days.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

const backTo = (year: string | number) => `/admin/holidays?year=${year}`;

/** Takes the form of a day of one's own. */
export async function sendClosingDay(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: closingDayForm,
    toChange: addClosingDay,
    back: ({ date }) => backTo(date.slice(0, 4)),
  });
}

/** Takes the ticked public holidays. */
export async function sendPublicHolidays(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: publicHolidaysForm,
    toChange: addPublicHolidays,
    back: ({ year }) => backTo(year),
  });
}

export async function sendDayGone(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: goneDayForm,
    toChange: ({ id }) => takeClosingDayAway(id),
    back: ({ year }) => backTo(year),
  });
}
