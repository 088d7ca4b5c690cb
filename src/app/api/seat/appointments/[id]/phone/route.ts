import { closePhone, openPhone } from '#features/seat/call-by-phone.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import type { AppointmentParams } from '../own-appointment.ts';

async function readCaller(request: Request, { params }: AppointmentParams) {
  const id = parseId<AppointmentId>((await params).id);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  return actor === null || id === null ? null : { actor, id };
}

/** Opens the conversation of an appointment by telephone. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const caller = await readCaller(request, context);
  return caller === null ? answerNotFound() : answerSeat(openPhone(clock, caller.actor, caller.id));
}

/** Nobody picked up. */
export async function DELETE(request: Request, context: AppointmentParams): Promise<Response> {
  const caller = await readCaller(request, context);
  return caller === null ? answerNotFound() : answerSeat(closePhone(clock, caller.actor, caller.id));
}
