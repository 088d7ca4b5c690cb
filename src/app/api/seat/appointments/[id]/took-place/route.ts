import { z } from 'zod';
import { markTookPlace, undoTookPlace } from '#features/changes/mark-took-place.ts';
import { readJson } from '#shared/http/read-json.ts';
import { changeTools } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** Says that a call or a visit to the counter took place, or takes it back. */
export async function PUT(request: Request, context: AppointmentParams): Promise<Response> {
  const said = z.strictObject({ tookPlace: z.boolean() });
  const [asked, own] = await Promise.all([readJson(request, said), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  const { actor, id } = own;
  return answerSeat(
    asked.tookPlace ? markTookPlace(changeTools, actor, id) : undoTookPlace(changeTools, actor, id),
  );
}
