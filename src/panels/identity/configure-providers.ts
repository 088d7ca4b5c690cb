import { ZodError } from 'zod';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { Config } from '#shared/config/schema.ts';
import { identityProfiles } from './providers/list.ts';
import { createOpenIdProvider } from './providers/openid/openid-provider.ts';
import type { IdentityProfile } from './providers/openid/profile.ts';

type Settings = Pick<Config, 'CITIZEN_IDENTITY' | 'IDENTITY_KEYS'>;
type ProviderSettings = Settings['CITIZEN_IDENTITY'][string][number];

/** The providers of each organisation by slug, in the order of the settings. */
export type ConfiguredProviders = ReadonlyMap<string, readonly IdentityProvider[]>;

/**
 * Sets up what each organisation chose.
 * @param profiles the kinds that there are
 * @throws Error whose message names the organisation, the provider and what is wrong
 */
export function configureProviders(
  { CITIZEN_IDENTITY, IDENTITY_KEYS }: Settings,
  profiles: readonly IdentityProfile[] = identityProfiles,
): ConfiguredProviders {
  return new Map(
    Object.entries(CITIZEN_IDENTITY).map(([slug, chosen]) => {
      const ids = chosen.map(({ id, profile }) => id ?? profile);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) throw wrong(slug, twice, 'stands there twice: give one of them another "id"');
      const keys = IDENTITY_KEYS[slug] ?? [];
      return [slug, chosen.map((settings) => configure(slug, settings, keys, profiles))];
    }),
  );
}

function configure(
  slug: string,
  { profile: name, id = name, ...settings }: ProviderSettings,
  keys: Settings['IDENTITY_KEYS'][string],
  profiles: readonly IdentityProfile[],
): IdentityProvider {
  const profile = profiles.find((each) => each.id === name);
  if (profile === undefined)
    throw wrong(slug, name, `is no profile: there are ${profiles.map((each) => each.id).join(', ')}`);
  try {
    const configured = profile.configure(settings);
    const { authentication, isEncrypted } = configured.protocol;
    if (authentication !== 'basic' && !keys.some(({ use }) => use === 'sig'))
      throw wrong(slug, id, 'needs a key of use "sig" in IDENTITY_KEYS');
    if (isEncrypted && !keys.some(({ use }) => use === 'enc'))
      throw wrong(slug, id, 'needs a key of use "enc" in IDENTITY_KEYS');
    return createOpenIdProvider({ id, profile, configured, keys });
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
    throw wrong(slug, id, problems.join('; '));
  }
}

const wrong = (slug: string, id: string, problem: string): Error =>
  new Error(`CITIZEN_IDENTITY is wrong: of ${slug}, ${id} ${problem}.`);
