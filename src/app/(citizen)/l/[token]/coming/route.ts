import { mayTryLink } from '#features/link/link-limits.ts';
import { sayComing } from '#features/link/say-coming.ts';
import { isByHand } from '#shared/http/by-hand.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { attemptLimiter, clock } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { seeOther } from '../../../open-link.ts';

/** A person's click on "I will be there". The page of the link says what came of it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  if (!hasOwnOrigin(request.headers) || !isByHand(request.headers))
    return new Response(null, { status: 403 });
  if (await mayTryLink(attemptLimiter, token, clientAddress(request.headers))) {
    const { id } = await currentOrganisation();
    await sayComing(clock, id, token);
  }
  return seeOther(`/l/${encodeURIComponent(token)}?answer=coming`);
}
