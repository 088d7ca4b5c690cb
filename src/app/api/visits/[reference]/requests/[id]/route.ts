import { z } from 'zod';
import { answerRequest } from '#features/requests/answer-request.ts';
import { longestReason } from '#features/requests/longest-reason.ts';
import { parseId, type RequestId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentVisit } from '../../../../../current-visit.ts';

const said = z.union([
  z.strictObject({ what: z.enum(['open', 'postpone', 'takeUp']) }),
  z.strictObject({ what: z.literal('decline'), because: z.string().max(longestReason) }),
]);

/** What this browser's visitor does with something that is asked of them, besides doing it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string; id: string }> },
): Promise<Response> {
  const { reference, id } = await params;
  const requestId = parseId<RequestId>(id);
  const answer = await readJson(request, said);
  const actor = answer === null ? null : await currentVisit(reference);
  if (answer === null || actor === null || requestId === null) return new Response(null, { status: 404 });
  try {
    const result = await answerRequest(clock, actor, requestId, answer);
    if (result.ok) return new Response(null, { status: 204 });
    return Response.json(result.failure, { status: result.failure.code === 'notFound' ? 404 : 409 });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'request') }, { status: 503 });
  }
}
