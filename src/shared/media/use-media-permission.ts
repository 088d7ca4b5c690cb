'use client';

import { useEffect, useRef, useState } from 'react';

/** What the browser says of camera and microphone; `unknown` where it does not tell, and while it was not asked. */
export type MediaPermission = 'prompt' | 'granted' | 'denied' | 'unknown';

/** The names are younger than the types. */
const names = ['camera', 'microphone'] as unknown as readonly PermissionName[];

/** Of both together: a refusal of one counts, and yes is said to both. */
export function joinStates(states: readonly PermissionState[]): MediaPermission {
  if (states.length === 0) return 'unknown';
  if (states.includes('denied')) return 'denied';
  return states.every((state) => state === 'granted') ? 'granted' : 'prompt';
}

/** Follows what the browser allows, as it changes in its settings: no reload is needed. */
export function useMediaPermission(): MediaPermission {
  const [permission, setPermission] = useState<MediaPermission>('unknown');
  useEffect(() => {
    let isOver = false;
    let statuses: PermissionStatus[] = [];
    const read = () => setPermission(joinStates(statuses.map(({ state }) => state)));
    // Not every browser knows these names.
    void Promise.all(names.map((name) => navigator.permissions.query({ name }))).then(
      (found) => {
        if (isOver) return;
        statuses = found;
        for (const status of statuses) status.addEventListener('change', read);
        read();
      },
      () => {},
    );
    return () => {
      isOver = true;
      for (const status of statuses) status.removeEventListener('change', read);
    };
  }, []);
  return permission;
}

/** Calls back as soon as somebody allowed what they had refused. */
export function useRepairedPermission(onRepaired: () => void): void {
  const permission = useMediaPermission();
  const before = useRef(permission);
  useEffect(() => {
    if (before.current === 'denied' && permission === 'granted') onRepaired();
    before.current = permission;
  }, [permission, onRepaired]);
}
