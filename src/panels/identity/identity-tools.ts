import type { Clock } from '#ports/clock.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { Sealing } from '#ports/sealing.ts';

/** What identifying needs of the world. */
export type IdentityTools = {
  readonly clock: Clock;
  /** Of the organisation. */
  readonly providers: readonly IdentityProvider[];
  readonly sealing: Sealing;
};

/** What is remembered of somebody who is away at a provider is sealed for this alone. */
export const thingOfAttempt = (stateHash: Uint8Array): string =>
  `identity-attempt:${Buffer.from(stateHash).toString('hex')}`;
