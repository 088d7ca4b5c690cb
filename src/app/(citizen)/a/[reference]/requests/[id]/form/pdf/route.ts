import { parseId, type RequestId } from '#journey/ids.ts';
import { currentVisit } from '../../../../../../../current-visit.ts';
import { answerSentForm } from '../../../../../../../sent-form-answer.ts';
import { seeOther } from '../../../../../../open-link.ts';

type Params = { params: Promise<{ reference: string; id: string }> };

/** What this browser’s visitor sent, as a file to keep; for everybody else, the appointment's page says what to do. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { reference, id } = await params;
  const requestId = parseId<RequestId>(id);
  const actor = await currentVisit(reference);
  const answer = actor === null || requestId === null ? null : await answerSentForm(actor, requestId);
  return answer ?? seeOther(`/a/${encodeURIComponent(reference)}`);
}
