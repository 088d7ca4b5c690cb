import { answerStillAsk } from '#features/call/ask-for-still.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentVisit } from '../../../../../current-visit.ts';

/** This browser's visitor would rather send no photo. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const actor = isFromOwnPage(request) ? await currentVisit((await params).reference) : null;
  if (actor === null) return new Response(null, { status: 404 });
  try {
    await answerStillAsk(clock, actor, 'declined');
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'still') }, { status: 503 });
  }
}
