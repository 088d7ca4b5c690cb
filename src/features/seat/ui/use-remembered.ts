'use client';

import { useCallback, useSyncExternalStore } from 'react';

const changed = 'balie:remembered';

function subscribe(onChange: () => void): () => void {
  addEventListener('storage', onChange);
  addEventListener(changed, onChange);
  return () => {
    removeEventListener('storage', onChange);
    removeEventListener(changed, onChange);
  };
}

/** A choice that this browser remembers: on or off. */
export function useRemembered(name: string, byDefault: boolean): [boolean, (on: boolean) => void] {
  const key = `seat.${name}`;
  const read = () => {
    const kept = readStorage(key);
    return kept === null ? byDefault : kept === 'on';
  };
  const on = useSyncExternalStore(subscribe, read, () => byDefault);
  const remember = useCallback(
    (next: boolean) => {
      try {
        localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // Storage is refused: nothing to remember.
      }
      dispatchEvent(new Event(changed));
    },
    [key],
  );
  return [on, remember];
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
