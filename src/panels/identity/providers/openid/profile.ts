import type { z } from 'zod';
import type { LocalizedText } from '#journey/language.ts';
import type { Result } from '#journey/result.ts';
import type { IdentityAttribute, NationalNumber, VerifiedMandate } from '#ports/identity-provider.ts';
import type { LevelLine } from '../../levels.ts';
import type { OpenIdSettings } from './settings.ts';

/** Claims of a verified id_token and of userinfo together. */
export type Claims = Readonly<Record<string, unknown>>;

/** How the two sides speak. */
export type Protocol = {
  /** `basic`: client_secret_basic. `ownKey`: private_key_jwt, meant for the issuer or for the token endpoint. */
  readonly authentication: 'basic' | 'ownKeyForIssuer' | 'ownKeyForTokenEndpoint';
  /** id_token and userinfo are signed and encrypted for us; anything else is refused. */
  readonly isEncrypted: boolean;
};

/** What is asked for in the address. */
export type Wish = {
  readonly scopes: readonly string[];
  /** Single claims to add to userinfo (OpenID Connect Core 1.0, section 5.5). */
  readonly userInfoClaims?: readonly string[];
  /** How what is asked is known to the provider; by default by the acr of each line. */
  readonly acrOf?: (line: LevelLine) => string;
};

export type Person = {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly nationalNumber: NationalNumber | null;
  readonly mandate: VerifiedMandate | null;
};

/** A profile for one organisation: its settings are in it. */
export type ConfiguredProfile = {
  readonly settings: OpenIdSettings;
  readonly name: LocalizedText;
  readonly levels: readonly LevelLine[];
  readonly protocol: Protocol;
  /** What it can tell of a person, as it is set up. */
  readonly gives: readonly IdentityAttribute[];
  readonly wish: (attributes: readonly IdentityAttribute[]) => Wish;
  /** The provider's name for how it was done; null where it does not say. */
  readonly readAcr: (claims: Claims) => string | null;
  readonly readPerson: (
    claims: Claims,
    attributes: readonly IdentityAttribute[],
  ) => Result<Person, { readonly code: string }>;
};

/** A kind of provider, as it stands in the list. */
export type IdentityProfile = {
  readonly id: string;
  readonly needs: LocalizedText;
  /** What is the same for every organisation; empty where the settings say it. */
  readonly levels: readonly LevelLine[];
  /** Reads an organisation's settings. @throws ZodError */
  readonly configure: (settings: unknown) => ConfiguredProfile;
};

type Parts<Settings extends OpenIdSettings> = Omit<IdentityProfile, 'configure'> & {
  readonly settings: z.ZodType<Settings>;
  readonly apply: (settings: Settings) => Omit<ConfiguredProfile, 'settings'>;
};

/** Puts a profile together so that its settings have their own type inside and none outside. */
export function defineProfile<Settings extends OpenIdSettings>({
  settings: schema,
  apply,
  ...profile
}: Parts<Settings>): IdentityProfile {
  return {
    ...profile,
    configure: (given) => {
      const settings = schema.parse(given);
      return { settings, ...apply(settings) };
    },
  };
}
