import { writeLine } from '#features/chat/write-line.ts';
import { writtenLine } from '#features/chat/written-line.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

/** A line that the clerk writes beside the picture. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const line = await readJson(request, writtenLine);
  const actor = line === null ? null : await currentStaff();
  if (line === null || actor === null || conversationId === null) return answerNotFound();
  return answerSeat(writeLine(clock, { actor, conversationId }, line));
}
