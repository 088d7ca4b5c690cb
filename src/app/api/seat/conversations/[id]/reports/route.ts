import { z } from 'zod';
import { reportMisconduct } from '#features/call/keep-order.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { longestReport, misconducts } from '#journey/misconduct.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.strictObject({ kind: z.enum(misconducts), words: z.string().max(longestReport * 2) });

/** Keeps for the supervisors what happened in the clerk's conversation. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const said = await readJson(request, body);
  const actor = said === null ? null : await currentStaff();
  if (said === null || actor === null || conversationId === null) return answerNotFound();
  return answerSeat(reportMisconduct(clock, actor, conversationId, said));
}
