import { z } from 'zod';
import { parseId, type RequestId } from '#journey/ids.ts';
import { longestName, lookMeans } from '#panels/identity/look-means.ts';
import { recordLook } from '#panels/identity/record-look.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.strictObject({
  means: z.enum(lookMeans),
  name: z.string().max(longestName),
  answered: z.int().min(0).optional(),
});

/** The clerk looked at a card, or heard control questions answered. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const seen = await readJson(request, body);
  const actor = seen === null ? null : await currentStaff();
  if (seen === null || actor === null || id === null) return answerNotFound();
  return answerSeat(recordLook(clock, actor, id, seen));
}
