import { admitCitizen } from '#features/seat/admit-citizen.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

/** Admits the waiting citizen to the clerk who asks. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  if (actor === null || conversationId === null) return answerNotFound();
  return answerSeat(admitCitizen({ clock, videoRooms }, actor, conversationId));
}
