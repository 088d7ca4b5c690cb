import { parseId, type RequestId } from '#journey/ids.ts';
import { passPlace } from '#panels/forms/pass-place.ts';
import { sentPlace } from '#panels/forms/shared-form.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

type Params = { params: Promise<{ id: string }> };

/** Where in a form the clerk is, for whom they talk with to see. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const sent = await readJson(request, sentPlace);
  const actor = sent === null ? null : await currentStaff();
  if (sent === null || actor === null || id === null) return answerNotFound();
  return answerSeat(passPlace(actor, id, sent));
}
