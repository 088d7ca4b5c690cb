import type { Ports } from './ports.ts';
import type { DeriveSecret } from './secrets.ts';

/** What citizens of this machine's municipalities prove themselves with: two that sign in with our key, one with a secret. */
const profiles = ['itsme', 'acm-idm', 'digid-broker'] as const;
type Profile = (typeof profiles)[number];

type Organisation = { readonly slug: string; readonly name: string; readonly origin: string };

const clientIdOf = (slug: string): string => `balie-${slug}`;
const secretOf = (slug: string, secret: DeriveSecret): string => secret(`citizen identity ${slug}`);

/** The value of CITIZEN_IDENTITY: every organisation with every practice provider. */
export function citizenIdentity(slugs: readonly string[], ports: Ports, secret: DeriveSecret): object {
  const own = (slug: string): Record<Profile, object> => ({
    itsme: { service: 'BALIE' },
    'acm-idm': { scopes: ['profile', 'rrn', 'vo'], clientSecret: secretOf(slug, secret) },
    'digid-broker': {},
  });
  const chosen = slugs.map((slug) => [
    slug,
    profiles.map((profile) => ({
      profile,
      issuer: `http://127.0.0.1:${ports.citizens}/${profile}`,
      clientId: clientIdOf(slug),
      ...own(slug)[profile],
    })),
  ]);
  return Object.fromEntries(chosen);
}

/** The same organisations as the practice providers know them. */
export function citizenClients(organisations: readonly Organisation[], secret: DeriveSecret): object[] {
  return organisations.flatMap(({ slug, name, origin }) =>
    profiles.map((profile) => ({
      profile,
      clientId: clientIdOf(slug),
      organisationName: name,
      redirectUris: [`${origin}/api/identity/${profile}/callback`],
      ...(profile === 'acm-idm'
        ? { clientSecret: secretOf(slug, secret) }
        : { jwksUri: `${origin}/api/identity/jwks` }),
    })),
  );
}
