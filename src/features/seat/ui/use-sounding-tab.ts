'use client';

import { type RefObject, useEffect, useRef } from 'react';

const lockName = 'balie seat alerts';

/**
 * Whether this tab is the one that sounds: open the seat twice, and it sounds once. The first has it until it closes; then the next does.
 * A browser without locks cannot know of the other tab, and sounds in each.
 */
export function useSoundingTab(): RefObject<boolean> {
  const isSounding = useRef(false);
  useEffect(() => {
    if (!('locks' in navigator)) {
      isSounding.current = true;
      return;
    }
    const waiting = new AbortController();
    let release = () => {};
    navigator.locks
      .request(lockName, { signal: waiting.signal }, () => {
        isSounding.current = true;
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      // The page went before its turn came.
      .catch(() => {});
    return () => {
      isSounding.current = false;
      waiting.abort();
      release();
    };
  }, []);
  return isSounding;
}
