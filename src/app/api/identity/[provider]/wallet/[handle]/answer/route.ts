import type { WalletToken } from '#journey/ids.ts';
import { takeFromWallet } from '#panels/identity/answer-wallet.ts';
import { readForm } from '#shared/http/read-form.ts';
import { parseToken } from '#shared/secrets.ts';
import { identityToolsOf } from '../../../../../../current-identity.ts';
import { currentOrganisation } from '../../../../../../current-request.ts';

type Params = { params: Promise<{ provider: string; handle: string }> };

/** Fields of an answer (OpenID4VP 1.0, sections 8.2 and 8.5). */
const fields = ['response', 'error'] as const;

/** Where a wallet posts its answer: once. No cookie counts here; whose it is, is known when the browser comes back that asked. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { provider, handle: text } = await params;
  const handle = parseToken<WalletToken>(text);
  const form = await readForm(request);
  const posted = new URLSearchParams();
  for (const field of fields) {
    const value = form?.get(field);
    if (typeof value === 'string') posted.set(field, value);
  }
  if (handle === null || posted.size !== 1) return refuse();
  const organisation = await currentOrganisation();
  const answer = { provider, handle, posted };
  const onwards = await takeFromWallet(identityToolsOf(organisation), organisation.id, answer);
  if (onwards === null) return refuse();
  const { redirectUri } = onwards;
  return Response.json(redirectUri === null ? {} : { redirect_uri: redirectUri }, {
    headers: { 'cache-control': 'no-store' },
  });
}

const refuse = () => Response.json({ error: 'invalid_request' }, { status: 400 });
