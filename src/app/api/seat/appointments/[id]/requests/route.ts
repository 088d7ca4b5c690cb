import { z } from 'zod';
import { askRequest } from '#features/requests/ask-request.ts';
import { readSeatRequests } from '#features/requests/read-seat-requests.ts';
import { type AppointmentId, parseId, type RequestStatementId, type VisitId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import type { AppointmentParams } from '../own-appointment.ts';

/** What is asked and can be asked of the people of an appointment. */
export async function GET(_request: Request, { params }: AppointmentParams): Promise<Response> {
  const id = parseId<AppointmentId>((await params).id);
  const actor = await currentStaff();
  if (actor === null || id === null) return answerNotFound();
  return answerSeat(readSeatRequests(actor, id));
}

const body = z.strictObject({ statementId: z.string(), companionVisitId: z.string().nullable() });

/** Asks something, as a service of the appointment states it. */
export async function POST(request: Request, { params }: AppointmentParams): Promise<Response> {
  const id = parseId<AppointmentId>((await params).id);
  const said = await readJson(request, body);
  const statementId = parseId<RequestStatementId>(said?.statementId ?? '');
  const asked = said?.companionVisitId ?? null;
  const companionVisitId = asked === null ? null : parseId<VisitId>(asked);
  const actor = statementId === null ? null : await currentStaff();
  if (actor === null || id === null || statementId === null) return answerNotFound();
  if (asked !== null && companionVisitId === null) return answerNotFound();
  return answerSeat(askRequest(clock, actor, id, { statementId, companionVisitId }));
}
