import { typeAlong } from '#features/chat/type-along.ts';
import { typedText } from '#features/chat/typed-text.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentStaff } from '../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../seat-answer.ts';

/** What the clerk is typing, for the others to read along. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const typed = await readJson(request, typedText);
  const actor = typed === null ? null : await currentStaff();
  if (typed === null || actor === null || conversationId === null) return answerNotFound();
  return answerSeat(typeAlong({ actor, conversationId }, typed));
}
