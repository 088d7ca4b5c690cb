import { z } from 'zod';
import { changeChannel } from '#features/call/change-channel.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.object({ channel: z.enum(['video', 'phone']) });

/** The clerk's conversation goes on by telephone, or by picture again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const said = await readJson(request, body);
  const actor = said === null ? null : await currentStaff();
  if (said === null || actor === null || conversationId === null) return answerNotFound();
  return answerSeat(changeChannel({ clock, videoRooms }, actor, conversationId, said.channel));
}
