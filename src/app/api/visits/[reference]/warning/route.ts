import { readWarning } from '#features/call/keep-order.ts';
import { isFromOwnPage } from '#shared/http/read-json.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** This browser's visitor has read the clerk's warning. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const actor = isFromOwnPage(request) ? await currentVisit((await params).reference) : null;
  if (actor === null) return new Response(null, { status: 404 });
  try {
    await readWarning(clock, actor);
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ errorId: logUnexpected(error, 'warning') }, { status: 503 });
  }
}
