import { ZodError } from 'zod';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { Config } from '#shared/config/schema.ts';
import { type ProviderKind, UnusableSettings } from './provider-kind.ts';
import { providerKinds } from './providers/list.ts';

type Settings = Pick<Config, 'CITIZEN_IDENTITY' | 'IDENTITY_KEYS'>;
type ProviderSettings = Settings['CITIZEN_IDENTITY'][string][number];

/** The providers of each organisation by slug, in the order of the settings. */
export type ConfiguredProviders = ReadonlyMap<string, readonly IdentityProvider[]>;

/**
 * Sets up what each organisation chose.
 * @param kinds those that there are
 * @throws Error whose message names the organisation, the provider and what is wrong
 */
export function configureProviders(
  { CITIZEN_IDENTITY, IDENTITY_KEYS }: Settings,
  kinds: readonly ProviderKind[] = providerKinds,
): ConfiguredProviders {
  return new Map(
    Object.entries(CITIZEN_IDENTITY).map(([slug, chosen]) => {
      const ids = chosen.map(({ id, profile }) => id ?? profile);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) throw wrong(slug, twice, 'stands there twice: give one of them another "id"');
      const keys = IDENTITY_KEYS[slug] ?? [];
      return [slug, chosen.map((settings) => configure(slug, settings, keys, kinds))];
    }),
  );
}

function configure(
  slug: string,
  { profile: name, id = name, ...settings }: ProviderSettings,
  keys: Settings['IDENTITY_KEYS'][string],
  kinds: readonly ProviderKind[],
): IdentityProvider {
  const kind = kinds.find((each) => each.id === name);
  if (kind === undefined)
    throw wrong(slug, name, `is no profile: there are ${kinds.map((each) => each.id).join(', ')}`);
  try {
    return kind.setUp({ id, settings, keys });
  } catch (error) {
    if (error instanceof UnusableSettings) throw wrong(slug, id, error.message);
    if (!(error instanceof ZodError)) throw error;
    const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
    throw wrong(slug, id, problems.join('; '));
  }
}

const wrong = (slug: string, id: string, problem: string): Error =>
  new Error(`CITIZEN_IDENTITY is wrong: of ${slug}, ${id} ${problem}.`);
