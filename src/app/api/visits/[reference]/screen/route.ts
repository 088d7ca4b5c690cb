import { z } from 'zod';
import { answerScreenAsk } from '#features/call/ask-for-screen.ts';
import { screenAnswer } from '#features/call/screen-answer.ts';
import { readJson } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, videoRooms } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';

const body = z.object({ answer: screenAnswer });

/** What this browser's visitor does with the clerk's question to see their screen. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const said = await readJson(request, body);
  if (said === null) return new Response(null, { status: 400 });
  const actor = await currentVisit((await params).reference);
  if (actor === null) return new Response(null, { status: 404 });
  try {
    await answerScreenAsk({ clock, videoRooms }, actor, said.answer);
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'screen') }, { status: 503 });
  }
}
