import type { ProofToken } from '#journey/ids.ts';
import { declineOrder } from '#panels/identity/answer-order.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { parseToken } from '#shared/secrets.ts';
import { identityToolsOf } from '../../../../current-identity.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { seeOther } from '../../../open-link.ts';

/** A person's click: rather not. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const token = parseToken<ProofToken>((await params).token);
  if (token === null || !hasOwnOrigin(request.headers)) return seeOther('/');
  const organisation = await currentOrganisation();
  const isDeclined = await declineOrder(identityToolsOf(organisation), organisation.id, token);
  return seeOther(isDeclined ? '/prove/done?declined' : `/prove/${token}`);
}
