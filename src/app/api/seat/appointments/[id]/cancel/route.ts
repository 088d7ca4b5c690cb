import { z } from 'zod';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { readJson } from '#shared/http/read-json.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** Cancels an appointment on the citizen's behalf. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, z.strictObject({})), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(cancelAppointment(changeTools, own.actor, own.id));
}
