import { parseId, type RequestId } from '#journey/ids.ts';
import { fillField } from '#panels/forms/fill-field.ts';
import { sentField } from '#panels/forms/shared-form.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentStaff } from '../../../../current-request.ts';
import { formTools } from '../../../../form-tools.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

type Params = { params: Promise<{ id: string }> };

/** Keeps one field that the clerk fills in for whom they talk with. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const sent = await readJson(request, sentField);
  const actor = sent === null ? null : await currentStaff();
  if (sent === null || actor === null || id === null) return answerNotFound();
  return answerSeat(fillField(await formTools(), actor, id, sent));
}
