import type { NextAuthOptions } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { staffSessionCookie } from '#shared/cookies.ts';
import { createCookieToken, parseToken } from '#shared/secrets.ts';
import { refusalOf, staffClaims } from './staff-claims.ts';
import {
  createStaffSession,
  deleteStaffSession,
  findStaffActor,
  findStaffMember,
  findStaffMemberBySubject,
  saveStaffMember,
  sessionHours,
} from './staff-session.data.ts';

export type SignOnSettings = {
  readonly organisation: { readonly id: OrganisationId; readonly slug: string; readonly name: string };
  /** Host header without port: a session is bound to it. */
  readonly host: string;
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly secret: string;
  readonly clock: Clock;
};

/** Staff sign on with the municipality's own OpenID Connect provider; the session is a row that can be revoked. */
export function signOnOptions(settings: SignOnSettings): NextAuthOptions {
  const { organisation, provider, clock } = settings;
  return {
    secret: settings.secret,
    useSecureCookies: true,
    session: { strategy: 'database', maxAge: sessionHours * 3600, generateSessionToken: createCookieToken },
    cookies: {
      sessionToken: {
        name: staffSessionCookie,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
      },
    },
    pages: { signIn: '/sign-on', error: '/sign-on', signOut: '/sign-on' },
    adapter: sessionAdapter(settings),
    providers: [
      {
        id: 'staff',
        name: organisation.name,
        type: 'oauth',
        wellKnown: `${provider.issuer}/.well-known/openid-configuration`,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        authorization: { params: { scope: 'openid profile email staff' } },
        profile: (claims) => ({ id: claims.sub, name: claims.name, email: claims.email }),
      },
    ],
    callbacks: {
      signIn: async ({ profile }) => {
        const parsed = staffClaims.safeParse(profile);
        if (!parsed.success) return '/sign-on?error=claims';
        const refusal = refusalOf(parsed.data, organisation.slug);
        if (refusal !== null) return `/sign-on?error=${refusal}`;
        await withOrganisation(organisation.id, (scope) =>
          saveStaffMember(scope, parsed.data, new Date(clock.now())),
        );
        return true;
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Next-auth's storage on our rows. Accounts are found by the provider's subject, never linked by e-mail address. */
function sessionAdapter({ organisation, host, clock }: SignOnSettings): Adapter {
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const toUser = (member: { id: string; name: string; email: string } | null) =>
    member && { ...member, emailVerified: null };
  return {
    getUser: (id) => inside(async (scope) => toUser(await findStaffMember(scope, id))),
    getUserByEmail: async () => null,
    getUserByAccount: ({ providerAccountId }) =>
      inside(async (scope) => toUser(await findStaffMemberBySubject(scope, providerAccountId))),
    createUser: async () => {
      throw new Error('The sign-in callback saves staff before this could be asked.');
    },
    updateUser: (user) => inside(async (scope) => toUser(await findStaffMember(scope, user.id)) as never),
    linkAccount: async () => undefined,
    createSession: async (session) => {
      const key = { token: session.sessionToken as CookieToken, host };
      await inside((scope) => createStaffSession(scope, session.userId, key, new Date(clock.now())));
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const token = parseToken<CookieToken>(sessionToken);
      if (token === null) return null;
      const now = new Date(clock.now());
      const actor = await inside((scope) => findStaffActor(scope, { token, host }, now));
      if (actor === null) return null;
      const user = await inside(async (scope) => toUser(await findStaffMember(scope, actor.staffMemberId)));
      const expires = new Date(now.getTime() + sessionHours * 3_600_000);
      return user && { session: { sessionToken, userId: actor.staffMemberId, expires }, user };
    },
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      const token = parseToken<CookieToken>(sessionToken);
      if (token !== null) await inside((scope) => deleteStaffSession(scope, token, new Date(clock.now())));
    },
  };
}
