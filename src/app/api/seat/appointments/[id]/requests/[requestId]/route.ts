import { z } from 'zod';
import { withdrawRequest } from '#features/requests/ask-request.ts';
import { type AppointmentId, parseId, type RequestId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../seat-answer.ts';

type Context = { params: Promise<{ id: string; requestId: string }> };

/** Takes a request back. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id, requestId } = await params;
  const appointmentId = parseId<AppointmentId>(id);
  const which = parseId<RequestId>(requestId);
  const said = await readJson(request, z.strictObject({ act: z.literal('withdraw') }));
  const actor = said === null ? null : await currentStaff();
  if (actor === null || appointmentId === null || which === null) return answerNotFound();
  return answerSeat(withdrawRequest(clock, actor, appointmentId, which));
}
