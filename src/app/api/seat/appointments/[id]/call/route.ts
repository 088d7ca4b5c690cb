import { z } from 'zod';
import { settleCall } from '#features/changes/correct-contact.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** Takes somebody off the list of calls, who is reached otherwise now. */
export async function DELETE(request: Request, context: AppointmentParams): Promise<Response> {
  const [said, own] = await Promise.all([readJson(request, z.strictObject({})), ownAppointment(context)]);
  if (own === null || said === null) return answerNotFound();
  return answerSeat(settleCall({ clock }, own.actor, own.id));
}
