import { settleClerkRights } from '#features/call/settle-rights.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { videoRooms } from '../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../current-request.ts';
import { answerMedia, answerUnknown } from '../../../../../media-answer.ts';

/** Gives the clerk's connection the rights that the database says, when they were given while it was just connecting. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  if (actor === null || conversationId === null) return answerUnknown();
  return answerMedia(settleClerkRights({ videoRooms }, actor, conversationId));
}
