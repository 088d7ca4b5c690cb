import { giveClerkAccess } from '#features/call/give-clerk-access.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { videoRooms } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerMedia, answerUnknown } from '../../../../media-answer.ts';

/** Gives the clerk a place in the room of a conversation, as the database says now. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  if (actor === null || conversationId === null) return answerUnknown();
  const means = { videoRooms, iceServers: config().RTC_ICE_SERVERS };
  return answerMedia(giveClerkAccess(means, actor, conversationId));
}
