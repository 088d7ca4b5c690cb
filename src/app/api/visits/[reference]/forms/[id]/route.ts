import { parseId, type RequestId } from '#journey/ids.ts';
import { fillField } from '#panels/forms/fill-field.ts';
import { sentField } from '#panels/forms/shared-form.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentVisit } from '../../../../../current-visit.ts';
import { formTools } from '../../../../../form-tools.ts';
import { answerNotFound, answerSeat } from '../../../../seat/seat-answer.ts';

type Params = { params: Promise<{ reference: string; id: string }> };

/** Keeps one field of a form while this browser’s visitor fills it in. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { reference, id } = await params;
  const requestId = parseId<RequestId>(id);
  const sent = await readJson(request, sentField);
  const actor = sent === null ? null : await currentVisit(reference);
  if (sent === null || actor === null || requestId === null) return answerNotFound();
  return answerSeat(fillField(await formTools(), actor, requestId, sent));
}
