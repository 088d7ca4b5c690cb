import { answerStillAsk, readStillAsk } from '#features/call/ask-for-still.ts';
import { mostDocumentBytes } from '#features/documents/document-limits.ts';
import { keepDocument } from '#features/documents/keep-document.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readBody } from '#shared/http/read-body.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, fileStore } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** The photo that the clerk asked for and this browser's citizen chose to send. Without the question none is taken in. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const actor = hasOwnOrigin(request.headers) ? await currentVisit((await params).reference) : null;
  const purpose = actor && (await readStillAsk(actor));
  if (actor === null || purpose === null) return new Response(null, { status: 404 });
  try {
    const content = await readBody(request, mostDocumentBytes);
    if (content === null) return Response.json({ code: 'tooLarge' }, { status: 413 });
    const { appointmentId } = actor;
    const photo = { origin: { kind: 'stillPicture' as const }, name: purpose, content };
    const kept = await keepDocument({ clock, fileStore }, { keeper: actor, appointmentId }, photo);
    if (!kept.ok) return Response.json(kept.failure, { status: 409 });
    await answerStillAsk(clock, actor, 'sent');
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'still picture') }, { status: 503 });
  }
}
