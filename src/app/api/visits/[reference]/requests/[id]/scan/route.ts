import { z } from 'zod';
import { parseId, type RequestId } from '#journey/ids.ts';
import { awaitStep, findUnderWay } from '#panels/identity/identify-here.ts';
import { identityToolsOf } from '../../../../../../current-identity.ts';
import { currentOrganisation } from '../../../../../../current-request.ts';
import { currentVisit } from '../../../../../../current-visit.ts';

const known = z.enum(['waiting', 'pairing', 'connected', 'over']);

/** How far a scan is that this browser began: answered when it is further than `after`, or after some seconds. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string; id: string }> },
): Promise<Response> {
  const { reference, id } = await params;
  const after = known.safeParse(new URL(request.url).searchParams.get('after'));
  const requestId = parseId<RequestId>(id);
  const actor = requestId === null ? null : await currentVisit(reference);
  if (actor === null || requestId === null || !after.success) return new Response(null, { status: 404 });
  const underWay = await findUnderWay(identityToolsOf(await currentOrganisation()), actor, requestId);
  if (underWay === null || underWay.here.kind !== 'scan') return new Response(null, { status: 404 });
  const step = await awaitStep(underWay.here, underWay.memory, after.data, request.signal);
  if (step === null) return new Response(null, { status: 503 });
  return Response.json({ step }, { headers: { 'cache-control': 'no-store' } });
}
