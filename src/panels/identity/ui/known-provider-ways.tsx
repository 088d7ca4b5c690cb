'use client';

import { createContext, useContext } from 'react';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { LocalizedText } from '#journey/language.ts';

/** A provider, as far as who chooses it needs to know it. */
export type ProviderWay = {
  readonly id: string;
  readonly name: LocalizedText;
  /** What one needs at hand. */
  readonly needs: LocalizedText;
  readonly highestLevel: AssuranceLevel;
};

const KnownProviders = createContext<readonly ProviderWay[]>([]);

/** Tells the screens inside which providers the organisation chose. */
export const KnownProviderWays = KnownProviders.Provider;

/** The providers of the organisation, where the screen around says them. */
export const useProviderWays = (): readonly ProviderWay[] => useContext(KnownProviders);
