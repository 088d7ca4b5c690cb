'use server';

import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { EditState } from '#features/administration/edit-state.ts';
import { changeField, fieldForm } from '#features/administration/forms/change-field.ts';
import {
  addForm,
  changeFormWords,
  formWordsForm,
  newFormForm,
} from '#features/administration/forms/change-form.ts';
import { changeStep, stepForm } from '#features/administration/forms/change-step.ts';
import { pressOutline, readPress } from '#features/administration/forms/press-outline.ts';
import { makeChange } from '#features/administration/make-change.ts';
import type { FormId } from '#journey/ids.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { administrationTools } from '../../../administration-tools.ts';
import { addSaved, sendEdit } from '../../../send-edit.ts';

type OfForm = { readonly service: string; readonly form: string };
const addressOf = ({ service, form }: OfForm) => `/admin/services/${service}/forms/${form}`;

/** Begins a form. */
export async function sendNewForm(previous: EditState, form: FormData): Promise<EditState> {
  const formId = randomUUID() as FormId;
  return sendEdit(previous, form, {
    schema: newFormForm,
    toChange: (value) => addForm(value, formId),
    back: ({ service }) => addressOf({ service, form: formId }),
  });
}

export async function sendFormWords(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, { schema: formWordsForm, toChange: changeFormWords, back: addressOf });
}

export async function sendStep(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, { schema: stepForm, toChange: changeStep, back: addressOf });
}

export async function sendField(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, { schema: fieldForm, toChange: changeField, back: addressOf });
}

/** Takes the buttons that move something, take something away, or publish. */
export async function sendPress(form: FormData): Promise<void> {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/admin');
  const pressed = readPress(form);
  if (pressed === null || comesFromElsewhere(await headers())) redirect('/admin/services');
  const outcome = await makeChange(await administrationTools(), actor, pressOutline(pressed), {
    save: true,
    confirmation: null,
  });
  const { service, press } = pressed;
  if (press.kind === 'remove' && outcome.kind === 'done')
    redirect(addSaved(`/admin/services/${service}/forms`, false));
  const address = addressOf(pressed);
  if (outcome.kind !== 'done') redirect(`${address}?refused=1`);
  redirect('key' in press ? `${address}#${press.what}-${press.key}` : addSaved(address, false));
}
