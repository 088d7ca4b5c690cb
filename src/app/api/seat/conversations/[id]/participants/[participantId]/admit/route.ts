import { admitAtDoor } from '#features/seat/mind-the-door.ts';
import { type ConversationId, type ParticipantId, parseId } from '#journey/ids.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

/** Lets somebody in who stands at the door of the clerk's conversation. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; participantId: string }> },
): Promise<Response> {
  const { id, participantId } = await params;
  const conversation = parseId<ConversationId>(id);
  const participant = parseId<ParticipantId>(participantId);
  const actor = isFromOwnPage(request) ? await currentStaff() : null;
  if (actor === null || conversation === null || participant === null) return answerNotFound();
  return answerSeat(admitAtDoor({ clock, videoRooms }, actor, conversation, participant));
}
