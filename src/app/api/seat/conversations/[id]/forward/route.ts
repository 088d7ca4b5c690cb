import { newForward } from '#features/forwarding/forward.ts';
import { forwardConversation } from '#features/forwarding/forward-conversation.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

/** Asks a colleague to join the clerk's conversation, or to take it over. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<ConversationId>((await params).id);
  const wanted = await readJson(request, newForward);
  const actor = wanted === null ? null : await currentStaff();
  if (actor === null || wanted === null || id === null) return answerNotFound();
  const asked = forwardConversation({ clock }, actor, id, wanted);
  return answerSeat(asked.then((result) => (result.ok ? { ok: true, value: null } : result)));
}
