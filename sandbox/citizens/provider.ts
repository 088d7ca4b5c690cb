import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import {
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { memoryAdapter } from '../identity/memory-adapter.ts';
import { type Page, pageHeaders, renderPage } from '../page.ts';
import type { Dialect, DialectName } from './dialects.ts';
import { fetchFromThisMachine } from './fetch-from-this-machine.ts';
import { errorPage } from './pages.ts';
import { persons } from './persons.ts';
import type { CitizensClient } from './settings.ts';

/** ACM/IDM gives the code of its answer 30 seconds; so do all here. */
const codeSeconds = 30;
const tenMinutes = 10 * 60;

type Parts = {
  readonly issuer: string;
  readonly name: DialectName;
  readonly dialect: Dialect;
  readonly clients: readonly CitizensClient[];
};

/** One issuer that speaks as one of the real ones, and is as strict. Keys and sessions end with the process. */
export async function createCitizensProvider({ issuer, name, dialect, clients }: Parts): Promise<Provider> {
  const pairwiseSecret = randomBytes(32);
  const provider = new Provider(issuer, {
    ...(await protocol(name)),
    ...signatures(),
    scopes: ['openid', ...Object.keys(dialect.scopes)],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], ...mutable(dialect.scopes) },
    clients: clients.map((client) => clientMetadata(client, dialect)),
    features: features(dialect),
    // Each organisation knows somebody under another name.
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_context, accountId, client) =>
      createHash('sha256').update(pairwiseSecret).update(`${client.clientId}:${accountId}`).digest('hex'),
    extraParams: { scope: (context, value) => refuseUnknownScopes(dialect, scopesAsked(context, value)) },
    assertJwtClientAuthClaimsAndHeader: async (_context, claims) => {
      const meant = dialect.assertionAudience === 'issuer' ? issuer : `${issuer}/token`;
      if (claims.aud !== meant) throw new errors.InvalidClientAuth('wrong audience');
    },
    renderError: (context, out) => show(context, errorPage(out.error, out.error_description)),
    findAccount: async (_context, subject) => {
      const person = persons.find((each) => each.subject === subject);
      return (
        person && { accountId: subject, claims: async () => ({ sub: subject, ...dialect.claimsOf(person) }) }
      );
    },
    loadExistingGrant: grantWhatWasAsked,
    interactions: {
      policy: askWhoItIs(),
      url: (_context, interaction) => `/${name}/interaction/${interaction.uid}`,
    },
  });
  provider.on('server_error', (_context, error) => console.error(error));
  return provider;
}

async function protocol(name: DialectName): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: name }] },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    pkce: { required: () => true },
    // What a scope gives stands in the id_token too, as with the real ones.
    conformIdTokenClaims: false,
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    fetch: fetchFromThisMachine,
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // They share one host.
      names: { session: `_${name}_session`, interaction: `_${name}_asked`, resume: `_${name}_resume` },
    },
    ttl: {
      AccessToken: tenMinutes,
      AuthorizationCode: codeSeconds,
      IdToken: tenMinutes,
      Interaction: tenMinutes,
      Session: tenMinutes,
      Grant: tenMinutes,
    },
  };
}

function signatures(): Configuration {
  return {
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256'],
      userinfoSigningAlgValues: ['RS256'],
      clientAuthSigningAlgValues: ['RS256'],
      idTokenEncryptionAlgValues: ['RSA-OAEP-256'],
      idTokenEncryptionEncValues: ['A128CBC-HS256'],
      userinfoEncryptionAlgValues: ['RSA-OAEP-256'],
      userinfoEncryptionEncValues: ['A128CBC-HS256'],
    },
  };
}

function features({ offersPushing, encrypts }: Dialect): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: { enabled: false },
    claimsParameter: { enabled: true },
    pushedAuthorizationRequests: { enabled: offersPushing },
    encryption: { enabled: encrypts },
    jwtUserinfo: { enabled: encrypts },
  };
}

function clientMetadata(client: CitizensClient, { encrypts, offersPushing }: Dialect) {
  return {
    client_id: client.clientId,
    redirect_uris: client.redirectUris,
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    subject_type: 'pairwise' as const,
    id_token_signed_response_alg: 'RS256' as const,
    require_pushed_authorization_requests: offersPushing,
    ...(client.clientSecret === undefined
      ? {
          token_endpoint_auth_method: 'private_key_jwt' as const,
          token_endpoint_auth_signing_alg: 'RS256' as const,
        }
      : { token_endpoint_auth_method: 'client_secret_basic' as const, client_secret: client.clientSecret }),
    ...(client.jwksUri !== undefined && { jwks_uri: client.jwksUri }),
    ...(client.jwks !== undefined && { jwks: client.jwks as never }),
    ...(encrypts && {
      id_token_encrypted_response_alg: 'RSA-OAEP-256' as const,
      id_token_encrypted_response_enc: 'A128CBC-HS256' as const,
      userinfo_signed_response_alg: 'RS256' as const,
      userinfo_encrypted_response_alg: 'RSA-OAEP-256' as const,
      userinfo_encrypted_response_enc: 'A128CBC-HS256' as const,
    }),
  };
}

/** As they were sent, in the address or pushed: oidc-provider hands on only those that it knows. */
function scopesAsked({ query, oidc }: KoaContextWithOIDC, known: unknown): string {
  return String(query.scope ?? oidc.body?.scope ?? known ?? '');
}

/** oidc-provider drops a scope it does not know in silence; the real ones refuse the whole request. */
function refuseUnknownScopes({ scopes }: Dialect, asked: string): void {
  const names = asked.split(' ');
  const unknown = names.filter((scope) => scope !== 'openid' && scopes[scope] === undefined);
  if (unknown.length > 0) throw new errors.InvalidScope('requested scope is not allowed', unknown.join(' '));
  if (!names.includes('openid')) throw new errors.InvalidScope('openid scope must be requested', 'openid');
}

/** Who chose somebody on the page agreed with it: there is no second page. */
async function grantWhatWasAsked(context: KoaContextWithOIDC) {
  const { client, session, params, provider, requestParamClaims } = context.oidc;
  const accountId = session?.accountId;
  if (!client || !session || !accountId) return undefined;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(String(params?.scope ?? ''));
  grant.addOIDCClaims([...requestParamClaims]);
  await grant.save();
  return grant;
}

function askWhoItIs() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

function show(context: Pick<KoaContextWithOIDC, 'set' | 'body'>, page: Page): void {
  context.set(pageHeaders(page));
  context.body = renderPage(page);
}

const mutable = (scopes: Dialect['scopes']): Record<string, string[]> =>
  Object.fromEntries(Object.entries(scopes).map(([scope, claims]) => [scope, [...claims]]));
