'use client';

import { createContext, useContext } from 'react';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { IdentityAttribute } from '#ports/identity-provider.ts';

/** A provider, as far as who chooses it needs to know it. */
export type ProviderWay = {
  readonly id: string;
  readonly name: LocalizedText;
  /** What one needs at hand. */
  readonly needs: LocalizedText;
  readonly highestLevel: AssuranceLevel;
  /** What it can tell of a person at all. */
  readonly gives: readonly IdentityAttribute[];
};

const KnownProviders = createContext<readonly ProviderWay[]>([]);

/** Tells the screens inside which providers the organisation chose. */
export const KnownProviderWays = KnownProviders.Provider;

/** The providers of the organisation, where the screen around says them. */
export const useProviderWays = (): readonly ProviderWay[] => useContext(KnownProviders);
