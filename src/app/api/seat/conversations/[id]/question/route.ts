import { askBackOffice } from '#features/questions/ask-back-office.ts';
import { newQuestion } from '#features/questions/question.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

/** Asks something that is answered after the conversation. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<ConversationId>((await params).id);
  const wanted = await readJson(request, newQuestion);
  const actor = wanted === null ? null : await currentStaff();
  if (actor === null || wanted === null || id === null) return answerNotFound();
  const asked = askBackOffice(clock, actor, id, wanted);
  return answerSeat(asked.then((result) => (result.ok ? { ok: true, value: null } : result)));
}
