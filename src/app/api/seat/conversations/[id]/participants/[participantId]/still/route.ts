import { z } from 'zod';
import { askForStill } from '#features/call/ask-for-still.ts';
import { longestStillPurpose } from '#features/call/still-purpose.ts';
import { type ConversationId, type ParticipantId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

const body = z.strictObject({ purpose: z.string().max(longestStillPurpose).nullable() });

/** Asks a guest of the clerk's conversation for a photo, or takes that back. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; participantId: string }> },
): Promise<Response> {
  const { id, participantId: guestId } = await params;
  const conversationId = parseId<ConversationId>(id);
  const participantId = parseId<ParticipantId>(guestId);
  const said = await readJson(request, body);
  const actor = said === null ? null : await currentStaff();
  if (said === null || actor === null || conversationId === null || participantId === null)
    return answerNotFound();
  return answerSeat(askForStill(clock, actor, { conversationId, participantId }, said.purpose));
}
