'use server';

import { parseWithZod } from '@conform-to/zod/v4';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type EditState, freshEdit } from '#features/administration/edit-state.ts';
import { id } from '#features/administration/form-fields.ts';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import type { StaffActor } from '#journey/actor.ts';
import { bookableChannels } from '#journey/appointment-wish.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { changeTools } from '../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { addSaved } from '../send-edit.ts';

const form = z.object({
  appointment: id<AppointmentId>(),
  /** The part of the list that it was chosen from. */
  back: z
    .string()
    .regex(/^\/admin\/unfit(\?[\w.=&%-]*)?$/)
    .catch('/admin/unfit'),
});

const moveForm = form.extend({
  moment: z.number().int().min(0).max(8.64e15).transform(epochMilliseconds),
  channel: z.enum(bookableChannels),
});

/** Moves an appointment that lost its time, or cancels it once that was said twice; its citizen is told as after every change. */
export async function sendMove(previous: EditState, sent: FormData): Promise<EditState> {
  const [actor, t] = await Promise.all([currentStaff(), getTranslations('admin.problems')]);
  if (actor === null) redirect('/sign-on?callbackUrl=/admin/unfit');
  const state = { ...freshEdit, version: previous.version + 1 };
  if (!mayDo(actor, 'administer')) return { ...state, problem: t('forbidden') };
  if (!hasOwnOrigin(await headers())) return { ...state, problem: t('fromElsewhere') };
  if (sent.get('intent') === 'remove') return cancel(actor, state, sent);
  const submission = parseWithZod(sent, { schema: moveForm });
  if (submission.status !== 'success') return { ...state, problems: { moment: t('wrong') } };
  if (sent.get('intent') !== 'save') return state;
  const { id: organisationId, timeZone } = await currentOrganisation();
  const { appointment: appointmentId, moment: startAt, channel, back } = submission.value;
  const organisation = { id: organisationId, timeZone };
  const moved = await moveAppointment(changeTools, actor, { organisation, appointmentId, startAt, channel });
  if (!moved.ok) return { ...state, problems: { moment: t('timeGone') } };
  redirect(addSaved(back, false));
}

const seen = 'cancel';

/** The first press says what it does; the second does it. */
async function cancel(actor: StaffActor, state: EditState, sent: FormData): Promise<EditState> {
  const [t, problems] = await Promise.all([
    getTranslations('admin.unfit'),
    getTranslations('admin.problems'),
  ]);
  const submission = parseWithZod(sent, { schema: form });
  if (submission.status !== 'success') return { ...state, problem: problems('wrong') };
  if (sent.get('confirmed') !== seen) {
    const line = { key: 'told', icon: iconCalendarX, tone: 'warn', text: t('cancelEffect') } as const;
    return { ...state, asked: 'remove', effect: { lines: [line], hits: [] }, confirmed: seen };
  }
  const { appointment, back } = submission.value;
  const cancelled = await cancelAppointment(changeTools, actor, appointment);
  if (!cancelled.ok) return { ...state, problem: problems('gone') };
  redirect(addSaved(back, false));
}
