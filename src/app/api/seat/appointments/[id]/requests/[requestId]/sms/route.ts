import { z } from 'zod';
import { sendRequestLink } from '#features/requests/send-request-link.ts';
import { type AppointmentId, type MessageId, parseId, type RequestId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { sendTools } from '../../../../../../../companion-tools.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

type Context = { params: Promise<{ id: string; requestId: string }> };

const body = z.strictObject({ press: z.string(), to: z.string().max(500) });

/** Sends the link to a request by text message. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, requestId } = await params;
  const appointmentId = parseId<AppointmentId>(id);
  const which = parseId<RequestId>(requestId);
  const said = await readJson(request, body);
  const press = parseId<MessageId>(said?.press ?? '');
  const actor = press === null ? null : await currentStaff();
  if (actor === null || appointmentId === null || which === null || said === null || press === null)
    return answerNotFound();
  return answerSeat(sendRequestLink(sendTools, actor, { appointmentId, id: which }, { press, to: said.to }));
}
