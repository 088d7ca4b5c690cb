import { z } from 'zod';
import { warnGuest } from '#features/call/keep-order.ts';
import { type ConversationId, type ParticipantId, parseId } from '#journey/ids.ts';
import { misconducts } from '#journey/misconduct.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../../../wiring.ts';
import { currentStaff } from '../../../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../../../seat-answer.ts';

const body = z.strictObject({ kind: z.enum(misconducts) });

/** Warns a guest of the clerk's conversation. */
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
  return answerSeat(warnGuest(clock, actor, { conversationId, participantId }, said.kind));
}
