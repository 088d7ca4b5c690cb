import type { IdentityAsk } from '#ports/identity-provider.ts';
import { type DialectName, dialectNames } from '../../sandbox/citizens/dialects.ts';
import { startCitizens } from '../../sandbox/citizens/server.ts';
import { citizensSettings } from '../../sandbox/citizens/settings.ts';
import { PlainBrowser } from '../../sandbox/identity/relying-party.ts';
import { identityProfiles } from '../../src/panels/identity/providers/list.ts';
import { type OwnKeys, publicKeys } from '../../src/panels/identity/providers/openid/keys.ts';
import {
  createOpenIdProvider,
  type OpenIdProvider,
} from '../../src/panels/identity/providers/openid/openid-provider.ts';
import type { IdentityProfile } from '../../src/panels/identity/providers/openid/profile.ts';
import { makeIdentityKeys } from '../stack/identity-keys.ts';

const clientId = 'balie-leiebeke';
const clientSecret = 'secret of Leiebeke: 100 % safe';
/** Who signs in with our key; the others share a secret with us. */
const withOwnKey: readonly DialectName[] = ['itsme', 'digid-broker'];

export const callbackOf = (profile: DialectName): string =>
  `http://leiebeke.localhost:3999/api/identity/${profile}/callback`;

const named = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const statedLevel = (acr: string, level: string) => ({
  method: level,
  name: named(level),
  acr,
  level,
  source: 'The practice provider says so.',
});

const own: Record<DialectName, object> = {
  itsme: { service: 'BALIE' },
  'acm-idm': { scopes: ['profile', 'rrn', 'vo'] },
  csam: {
    levels: [
      statedLevel('urn:practice:csam:high', 'high'),
      statedLevel('urn:practice:csam:substantial', 'substantial'),
    ],
    scopes: { birthDate: [], nationalNumber: ['egovnrn'] },
    claims: { givenName: 'givenName', familyName: 'surname', nationalNumber: 'egovNRN' },
  },
  'digid-broker': {},
  generic: {
    name: named('Practice'),
    levels: [
      statedLevel('urn:practice:low', 'low'),
      statedLevel('urn:practice:high', 'high'),
      statedLevel('urn:practice:substantial', 'substantial'),
    ],
    scopes: { nationalNumber: ['number'], mandate: ['company'] },
    claims: {
      nationalNumber: 'national_number',
      companyNumber: 'company_number',
      companyName: 'company_name',
      representedName: 'represented_name',
    },
  },
};

type Changes = {
  readonly settings?: object;
  readonly keys?: OwnKeys;
  readonly timeoutSeconds?: number;
};

/** The practice providers, really listening, and the product's own side of each profile. */
export async function startIdentityWorld() {
  const keys = (await makeIdentityKeys()) as unknown as OwnKeys;
  const clients = dialectNames.map((profile) => ({
    profile,
    clientId,
    organisationName: 'Stad Leiebeke',
    redirectUris: [callbackOf(profile)],
    ...(withOwnKey.includes(profile) ? { jwks: publicKeys(keys) } : { clientSecret }),
  }));
  const peer = await startCitizens(citizensSettings.parse({ PORT: '0', CLIENTS: JSON.stringify(clients) }));
  const origin = `http://127.0.0.1:${peer.port}`;

  /** The product's side of a profile, as it is set up or with something changed. */
  function providerOf(name: DialectName, changes: Changes = {}): OpenIdProvider {
    const profile = identityProfiles.find(({ id }) => id === name) as IdentityProfile;
    const configured = profile.configure({
      issuer: `${origin}/${name}`,
      clientId,
      ...(!withOwnKey.includes(name) && { clientSecret }),
      ...own[name],
      ...changes.settings,
    });
    const { timeoutSeconds } = changes;
    return createOpenIdProvider({
      id: name,
      profile,
      configured,
      keys: changes.keys ?? keys,
      timeoutSeconds,
    });
  }

  return { keys, origin, clientId, providerOf, close: () => peer.close() };
}

export type IdentityWorld = Awaited<ReturnType<typeof startIdentityWorld>>;

/** Asks for everything, on the highest level, unless it says otherwise. */
export function askOf(profile: DialectName, changes: Partial<IdentityAsk> = {}): IdentityAsk {
  return {
    level: 'high',
    attributes: ['name', 'birthDate', 'nationalNumber', 'mandate'],
    language: 'nl',
    redirectUri: callbackOf(profile),
    askedAt: Date.now(),
    ...changes,
  };
}

/** Goes to the provider in a browser of their own and is somebody there. @returns the query that the browser comes back with */
export async function beSomebody(redirectUrl: string | null, subject: string): Promise<string> {
  if (redirectUrl === null) throw new Error('nobody was sent anywhere');
  const browser = new PlainBrowser();
  const page = await browser.follow(redirectUrl);
  if (!page.address.includes('/interaction/')) return new URL(page.address).search;
  const { address } = await browser.post(`${page.address}/choose`, { subject });
  return new URL(address).search;
}
