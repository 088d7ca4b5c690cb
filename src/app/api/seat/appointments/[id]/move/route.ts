import { z } from 'zod';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { fail } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readJson } from '#shared/http/read-json.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

const change = z.strictObject({
  startAt: z.number().int().min(0).max(8.64e15),
  channel: z.enum(['video', 'phone', 'counter']),
  /** As it was typed; only looked at when nobody knows a number yet. */
  phone: z.string().max(40).nullable(),
});
type Change = z.infer<typeof change>;

/** Moves an appointment to another time, another channel, or both. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const [wanted, own] = await Promise.all([readJson(request, change), ownAppointment(context)]);
  if (own === null || wanted === null) return answerNotFound();
  return answerSeat(move(own, wanted));
}

async function move(
  { actor, id }: { actor: StaffActor; id: AppointmentId },
  { startAt, channel, phone }: Change,
) {
  const typed = phone?.trim() ?? '';
  const number = typed === '' ? null : readPhoneNumber(typed);
  if (typed !== '' && number === null) return fail({ code: 'phoneWrong' as const });
  const { id: organisationId, timeZone } = await currentOrganisation();
  return moveAppointment(changeTools, actor, {
    organisation: { id: organisationId, timeZone },
    appointmentId: id,
    startAt: epochMilliseconds(startAt),
    channel,
    ...(number === null ? {} : { phone: number }),
  });
}
