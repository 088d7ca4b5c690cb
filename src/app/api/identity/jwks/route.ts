import { publicKeys } from '#panels/identity/providers/openid/keys.ts';
import { config } from '#shared/config/config.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** Where identity providers read the organisation's public keys (RFC 7517), and soon notice new ones. */
export async function GET(): Promise<Response> {
  const { slug } = await currentOrganisation();
  const keys = config().IDENTITY_KEYS[slug];
  if (keys === undefined) return new Response(null, { status: 404 });
  return Response.json(publicKeys(keys), { headers: { 'cache-control': 'public, max-age=300' } });
}
