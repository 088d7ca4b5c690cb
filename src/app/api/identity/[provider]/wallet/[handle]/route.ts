import type { WalletToken } from '#journey/ids.ts';
import { askWallet } from '#panels/identity/answer-wallet.ts';
import { readForm } from '#shared/http/read-form.ts';
import { parseToken } from '#shared/secrets.ts';
import { identityToolsOf } from '../../../../../current-identity.ts';
import { currentOrganisation } from '../../../../../current-request.ts';

type Params = { params: Promise<{ provider: string; handle: string }> };

/** What is asked, as a wallet fetches it that has nothing to say (OpenID4VP 1.0, section 5.10). No browser comes here. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return answer(await params, null);
}

/** The same for a wallet that wants to find a nonce of its own in it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const nonce = (await readForm(request))?.get('wallet_nonce');
  return answer(await params, typeof nonce === 'string' ? nonce.slice(0, 500) : null);
}

async function answer(
  { provider, handle: text }: Awaited<Params['params']>,
  walletNonce: string | null,
): Promise<Response> {
  const handle = parseToken<WalletToken>(text);
  if (handle === null) return new Response(null, { status: 404 });
  const organisation = await currentOrganisation();
  const asked = { provider, handle, walletNonce };
  const signed = await askWallet(identityToolsOf(organisation), organisation.id, asked);
  if (signed === null) return new Response(null, { status: 404 });
  return new Response(signed, {
    headers: { 'content-type': 'application/oauth-authz-req+jwt', 'cache-control': 'no-store' },
  });
}
