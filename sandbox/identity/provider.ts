import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import {
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { type Page, pageHeaders, renderPage } from '../page.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { errorPage, signedOffPage, signOffPage, unknownPage } from './pages.ts';
import type { IdentityClient, IdentitySettings, StaffMember } from './settings.ts';

const scopes = ['openid', 'profile', 'email', 'staff'];
const hourSeconds = 60 * 60;

/**
 * The OpenID Connect provider of the municipality: code flow with PKCE S256, client_secret_basic, RS256.
 * Keys and sessions live in memory and end with the process.
 */
export async function createProvider(
  issuer: string,
  { clients, staff }: IdentitySettings,
): Promise<Provider> {
  const targets = clients.flatMap(formTargets);
  const show = (context: Pick<KoaContextWithOIDC, 'set' | 'body'>, page: Page) => {
    context.set(pageHeaders({ formTargets: targets }));
    context.body = renderPage(page);
  };
  const provider = new Provider(issuer, {
    ...(await protocol()),
    ...lifetimes(),
    features: features(show),
    renderError: (context, out) => show(context, errorPage(out.error, out.error_description)),
    clients: clients.map(clientMetadata),
    extraParams: { scope: refuseUnknownScopes },
    claims: {
      openid: ['sub'],
      profile: ['name', 'locale'],
      email: ['email'],
      staff: ['organisation', 'roles', 'teams'],
    },
    findAccount: async (_context, subject) => {
      const member = staff.find((each) => each.subject === subject);
      return member && { accountId: subject, claims: async () => claimsOf(member) };
    },
    loadExistingGrant: grantWhatWasAsked,
    interactions: {
      policy: signOnPolicy(clients, staff),
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
  });
  provider.use(async (context, next) => {
    const { 'content-type': _, ...headers } = pageHeaders({ formTargets: targets });
    context.set(headers);
    await next();
    if (context.status === 404 && !context.body && context.accepts('json', 'html') === 'html') {
      show(context, unknownPage());
      context.status = 404;
    }
  });
  provider.on('server_error', (_context, error) => console.error(error));
  return provider;
}

/** The origins that a form on this client's pages may end at. */
export function formTargets(client: IdentityClient): string[] {
  const addresses = [...client.redirectUris, ...client.postLogoutRedirectUris];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

async function protocol(): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'sign-on' }] },
    scopes,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    // Claims of all granted scopes stand in the id_token too, not in userinfo alone.
    conformIdTokenClaims: false,
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
  };
}

function lifetimes(): Configuration {
  return {
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: {
      AccessToken: hourSeconds / 6,
      AuthorizationCode: 30,
      IdToken: hourSeconds / 6,
      Interaction: hourSeconds / 2,
      Session: 8 * hourSeconds,
      Grant: 8 * hourSeconds,
    },
  };
}

function features(show: (context: KoaContextWithOIDC, page: Page) => void): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => show(context, signOffPage(form)),
      postLogoutSuccessSource: (context) => show(context, signedOffPage()),
    },
  };
}

function clientMetadata(client: IdentityClient) {
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic' as const,
    id_token_signed_response_alg: 'RS256' as const,
  };
}

function claimsOf(member: StaffMember) {
  const { subject, name, email, language, organisation, roles, teams } = member;
  return { sub: subject, name, email, locale: language, organisation, roles, teams };
}

/** oidc-provider drops a scope it does not know in silence; the real ones (ACM/IDM) refuse the request. */
function refuseUnknownScopes(context: KoaContextWithOIDC): void {
  const asked = String(context.query.scope ?? '').split(' ');
  const unknown = asked.filter((scope) => !scopes.includes(scope));
  if (unknown.length > 0) throw new errors.InvalidScope('requested scope is not allowed', unknown.join(' '));
  if (!asked.includes('openid')) throw new errors.InvalidScope('openid scope must be requested', 'openid');
}

/** The relying parties are the municipality's own: what they ask for is granted without a consent page. */
async function grantWhatWasAsked(context: KoaContextWithOIDC) {
  const { client, session, params, provider } = context.oidc;
  const accountId = session?.accountId;
  if (!client || !session || !accountId) return undefined;
  const knownId = session.grantIdFor(client.clientId);
  const known = knownId ? await provider.Grant.find(knownId) : undefined;
  const grant =
    known?.accountId === accountId ? known : new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(String(params?.scope ?? ''));
  await grant.save();
  return grant;
}

/** Sign-on is asked too when the browser's session belongs to somebody of another organisation. */
function signOnPolicy(clients: readonly IdentityClient[], staff: readonly StaffMember[]) {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.get('login')?.checks.add(
    new interactionPolicy.Check(
      'other_organisation',
      'the session is of another organisation',
      'login_required',
      (context) => {
        const { session, client } = context.oidc;
        const organisation = clients.find((each) => each.clientId === client?.clientId)?.organisation;
        const member = staff.find((each) => each.subject === session?.accountId);
        return member !== undefined && member.organisation !== organisation;
      },
    ),
  );
  return policy;
}
