import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { LevelLine } from './levels.ts';
import type { OwnKeys } from './providers/openid/keys.ts';

/** What an organisation says of a provider that it chose, and its keys. */
export type Chosen = {
  /** As it stands in addresses: the kind's own id, unless an organisation has two of one kind. */
  readonly id: string;
  readonly settings: unknown;
  readonly keys: OwnKeys;
};

/** A kind of provider, whatever it speaks. */
export type ProviderKind = {
  readonly id: string;
  /** What is the same for every organisation; empty where the settings say it. */
  readonly levels: readonly LevelLine[];
  /** @throws ZodError, or UnusableSettings that says what is missing */
  readonly setUp: (chosen: Chosen) => IdentityProvider;
};

/** Settings that are well written and cannot work; the message goes on after the provider's name. */
export class UnusableSettings extends Error {}
