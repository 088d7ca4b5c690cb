import { makeSpokenCode } from '#features/requests/make-spoken-code.ts';
import { type AppointmentId, parseId, type RequestId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

type Context = { params: Promise<{ id: string; requestId: string }> };

/** Makes six digits that lead to a request, for the clerk to say aloud. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, requestId } = await params;
  const appointmentId = parseId<AppointmentId>(id);
  const which = parseId<RequestId>(requestId);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  if (actor === null || appointmentId === null || which === null) return answerNotFound();
  return answerSeat(makeSpokenCode({ clock, linkSecret: config().LINK_SECRET }, actor, appointmentId, which));
}
