import { z } from 'zod';
import { markMissed, undoMissed } from '#features/changes/mark-missed.ts';
import { readJson } from '#shared/http/read-json.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** Says that nobody came, or takes it back. */
export async function PUT(request: Request, context: AppointmentParams): Promise<Response> {
  const said = z.strictObject({ missed: z.boolean() });
  const [asked, own] = await Promise.all([readJson(request, said), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  const { actor, id } = own;
  return answerSeat(asked.missed ? markMissed(changeTools, actor, id) : undoMissed(changeTools, actor, id));
}
