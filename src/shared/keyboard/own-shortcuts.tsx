'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { applyOwn, type OwnShortcuts, type Shortcuts } from './shortcuts.ts';

const Chosen = createContext<Shortcuts>(applyOwn({}));

/** The keys of everything inside are as the clerk chose them. */
export function OwnShortcutsProvider({ own, children }: { own: OwnShortcuts; children: ReactNode }) {
  const all = useMemo(() => applyOwn(own), [own]);
  return <Chosen value={all}>{children}</Chosen>;
}

/** Every action with the keys that work for it: as usual outside of `OwnShortcutsProvider`. */
export function useShortcutKeys(): Shortcuts {
  return useContext(Chosen);
}
