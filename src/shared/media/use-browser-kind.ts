'use client';

import { useSyncExternalStore } from 'react';
import { type BrowserKind, browserKindOf } from './browser-kind.ts';

/** The kind of this browser; `other` while the page comes from the server. */
export function useBrowserKind(): BrowserKind {
  return useSyncExternalStore(
    () => () => {},
    () => browserKindOf(navigator.userAgent, matchMedia('(pointer: coarse)').matches),
    () => 'other',
  );
}
