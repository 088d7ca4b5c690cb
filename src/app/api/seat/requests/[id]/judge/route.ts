import { z } from 'zod';
import { parseId, type RequestId } from '#journey/ids.ts';
import { judgeName } from '#panels/identity/judge-name.ts';
import { longestReason } from '#panels/identity/longest-reason.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const body = z.strictObject({ isSamePerson: z.boolean(), because: z.string().max(longestReason) });

/** The clerk found that somebody is, or is not, who they proved to be. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<RequestId>((await params).id);
  const found = await readJson(request, body);
  const actor = found === null ? null : await currentStaff();
  if (found === null || actor === null || id === null) return answerNotFound();
  return answerSeat(judgeName(clock, actor, id, found));
}
