import { parseId, type RequestId } from '#journey/ids.ts';
import { passPlace } from '#panels/forms/pass-place.ts';
import { sentPlace } from '#panels/forms/shared-form.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentVisit } from '../../../../../../current-visit.ts';
import { answerNotFound, answerSeat } from '../../../../../seat/seat-answer.ts';

type Params = { params: Promise<{ reference: string; id: string }> };

/** Where in a form this browser’s visitor is, for the clerk to see. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { reference, id } = await params;
  const requestId = parseId<RequestId>(id);
  const sent = await readJson(request, sentPlace);
  const actor = sent === null ? null : await currentVisit(reference);
  if (sent === null || actor === null || requestId === null) return answerNotFound();
  return answerSeat(passPlace(actor, requestId, sent));
}
