'use server';

import { parseWithZod } from '@conform-to/zod/v4';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type EditState, freshEdit } from '#features/administration/edit-state.ts';
import { id } from '#features/administration/form-fields.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { changeTools } from '../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { addSaved } from '../send-edit.ts';

const moveForm = z.object({
  appointment: id<AppointmentId>(),
  moment: z.number().int().min(0).max(8.64e15).transform(epochMilliseconds),
  /** The part of the list that it was chosen from. */
  back: z
    .string()
    .regex(/^\/admin\/unfit(\?[\w.=&%-]*)?$/)
    .catch('/admin/unfit'),
});

/** Moves an appointment that lost its time; its citizen is told as after every move. */
export async function sendMove(previous: EditState, form: FormData): Promise<EditState> {
  const [actor, t] = await Promise.all([currentStaff(), getTranslations('admin.problems')]);
  if (actor === null) redirect('/sign-on?callbackUrl=/admin/unfit');
  const state = { ...freshEdit, version: previous.version + 1 };
  if (!mayDo(actor, 'administer')) return { ...state, problem: t('forbidden') };
  if (!hasOwnOrigin(await headers())) return { ...state, problem: t('fromElsewhere') };
  const submission = parseWithZod(form, { schema: moveForm });
  if (submission.status !== 'success') return { ...state, problems: { moment: t('wrong') } };
  if (form.get('intent') !== 'save') return state;
  const { id: organisationId, timeZone } = await currentOrganisation();
  const { appointment: appointmentId, moment: startAt, back } = submission.value;
  const organisation = { id: organisationId, timeZone };
  const moved = await moveAppointment(changeTools, actor, { organisation, appointmentId, startAt });
  if (!moved.ok) return { ...state, problems: { moment: t('timeGone') } };
  redirect(addSaved(back, false));
}
