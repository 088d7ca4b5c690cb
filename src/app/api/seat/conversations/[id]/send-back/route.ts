import { z } from 'zod';
import { sendBack } from '#features/seat/send-back.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { sendBackReasons, sendBackRemarkLimit } from '#journey/send-back.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.object({
  reason: z.enum(sendBackReasons),
  remark: z.string().max(sendBackRemarkLimit),
  isBehind: z.boolean(),
});

/** The citizen waits again, out of the clerk's conversation or just before it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const wish = await readJson(request, body);
  const actor = wish === null ? null : await currentStaff();
  if (wish === null || actor === null || conversationId === null) return answerNotFound();
  return answerSeat(sendBack({ clock, videoRooms }, actor, conversationId, wish));
}
