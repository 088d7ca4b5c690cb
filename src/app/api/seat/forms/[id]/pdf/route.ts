import { parseId, type RequestId } from '#journey/ids.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerSentForm } from '../../../../../sent-form-answer.ts';
import { answerNotFound } from '../../../seat-answer.ts';

/** What somebody filled in and sent, for a clerk of the team, as a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const actor = await currentStaff();
  const answer = actor === null || id === null ? null : await answerSentForm(actor, id);
  return answer ?? answerNotFound();
}
