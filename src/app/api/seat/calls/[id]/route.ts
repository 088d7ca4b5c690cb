import { z } from 'zod';
import { callResults } from '#features/seat/call-result.ts';
import { tickCall, untickCall } from '#features/seat/tick-call.ts';
import { type CallTaskId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

const said = z.strictObject({
  /** Null takes back what one said. */
  result: z.enum(callResults).nullable(),
});

/** Says what came of a call, or takes it back. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const [asked, actor, { id: given }] = await Promise.all([readJson(request, said), currentStaff(), params]);
  const id = parseId<CallTaskId>(given);
  if (asked === null || actor === null || id === null) return answerNotFound();
  return answerSeat(
    asked.result === null ? untickCall(clock, actor, id) : tickCall(clock, actor, id, asked.result),
  );
}
