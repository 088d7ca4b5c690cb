import { publicOrigin } from '#features/organisation/organisation.ts';
import { type OrderedProofId, type ProofToken, parseId } from '#journey/ids.ts';
import { readOrderAnswer } from '#panels/identity/read-order.ts';
import { config } from '#shared/config/config.ts';
import { parseToken } from '#shared/secrets.ts';
import { clock, sealing } from '../../../../wiring.ts';
import { answerSoftware, currentCaller, unknownCaller } from '../contact-client.ts';

/** How it stands with a proof, for the software that asked for it: docs/identity.md. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const caller = await currentCaller(request);
  if (caller === null) return unknownCaller();
  const { organisation, client } = caller;
  const id = parseId<OrderedProofId>((await params).id);
  const code = parseToken<ProofToken>(new URL(request.url).searchParams.get('code') ?? '');
  const { PUBLIC_SCHEME, PUBLIC_PORT, IDENTITY_KEYS } = config();
  const issuer = publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT);
  const keys = IDENTITY_KEYS[organisation.slug] ?? [];
  const asked = id && { organisationId: organisation.id, id, clientId: client.id, code };
  const answer = asked && (await readOrderAnswer({ clock, sealing, keys, issuer }, asked));
  if (!answer) return answerSoftware(404, 'notFound', 'Nothing of this software by that id, or it is over.');
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
