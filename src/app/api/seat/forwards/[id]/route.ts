import { z } from 'zod';
import { answerForward } from '#features/forwarding/answer-forward.ts';
import { forwardActs } from '#features/forwarding/forward.ts';
import { type ForwardId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, videoRooms } from '../../../../../wiring.ts';
import { currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

/** Takes a question to a colleague, would rather not, leaves again, or takes it back. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<ForwardId>((await params).id);
  const said = await readJson(request, z.strictObject({ act: z.enum(forwardActs) }));
  const actor = said === null ? null : await currentStaff();
  if (actor === null || said === null || id === null) return answerNotFound();
  return answerSeat(answerForward({ clock, videoRooms }, actor, id, said.act));
}
