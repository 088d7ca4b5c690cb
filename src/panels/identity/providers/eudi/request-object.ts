import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { type IdentityMemory, identityMinutes } from '#ports/identity-provider.ts';
import { wishedClaims } from './claims.ts';
import { pidType } from './levels.ts';
import { publicKeyOf, readMemory } from './memory.ts';
import type { EudiSettings } from './settings.ts';

/** Names the one credential that is asked for, here and in the answer. */
export const pidQuery = 'pid';

/** What the wallet encrypts its answer with; the key is agreed by ECDH-ES (HAIP 1.0, section 5). */
export const encryptions = ['A128GCM', 'A256GCM'];

/** Our name towards wallets: the hash of our certificate (OpenID4VP 1.0, section 5.9.3). */
export function clientIdOf({ certificates: [leaf] }: EudiSettings): string {
  const hash = createHash('sha256').update(leaf?.raw ?? '');
  return `x509_hash:${hash.digest('base64url')}`;
}

/** Where the wallet fetches what is asked, beside the address that browsers come back to. */
export function requestUriOf({ asked, own }: Pick<IdentityMemory, 'asked' | 'own'>): string {
  return new URL(`wallet/${readMemory(own).handle}`, asked.redirectUri).href;
}

/** What a telephone opens, and what the QR code says (OpenID4VP 1.0, section 5.10). */
export function walletLink(settings: EudiSettings, memory: IdentityMemory): string {
  const query = new URLSearchParams({
    client_id: clientIdOf(settings),
    request_uri: requestUriOf(memory),
    request_uri_method: 'post',
  });
  return `${settings.walletAddress}?${query}`;
}

/**
 * The signed request (RFC 9101; OpenID4VP 1.0, section 5): of the PID what the service needs and nothing else, for one encrypted answer.
 * @param walletNonce what this wallet gave, so that nobody plays it an older request
 * @param at epoch milliseconds
 */
export function signRequest(
  settings: EudiSettings,
  { asked, own }: IdentityMemory,
  walletNonce: string | null,
  at: number,
): Promise<string> {
  const memory = readMemory(own);
  const claims = wishedClaims(asked.attributes).map((name) => ({ path: [name] }));
  const pid = {
    id: pidQuery,
    format: 'dc+sd-jwt',
    meta: { vct_values: [pidType] },
    ...(claims.length > 0 && { claims }),
  };
  const request = {
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    client_id: clientIdOf(settings),
    response_uri: `${requestUriOf({ asked, own })}/answer`,
    nonce: memory.nonce,
    state: memory.handle,
    dcql_query: { credentials: [pid] },
    client_metadata: {
      jwks: { keys: [publicKeyOf(memory)] },
      encrypted_response_enc_values_supported: encryptions,
      vp_formats_supported: {
        'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
      },
    },
    ...(walletNonce !== null && { wallet_nonce: walletNonce }),
  };
  return new SignJWT(request)
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'oauth-authz-req+jwt',
      x5c: settings.certificates.map(({ raw }) => raw.toString('base64')),
    })
    .setAudience('https://self-issued.me/v2')
    .setIssuedAt(Math.floor(at / 1000))
    .setExpirationTime(Math.floor(asked.askedAt / 1000) + identityMinutes * 60)
    .sign(settings.key);
}
