'use client';

import { useLayoutEffect, useState, useSyncExternalStore } from 'react';

/**
 * Keeps what somebody typed into a text area before the page's script was there: React sets one that came with a text back to that text
 * as it takes the page over. Stands before the area, so that it looks before React does. Draws nothing.
 */
export function KeepTyped({ id }: { id: string }) {
  const isTakenOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [typed] = useState(() => (isTakenOver ? readTyped(id) : null));
  useLayoutEffect(() => {
    const area = findArea(id);
    if (typed !== null && area !== null && area.value !== typed) area.value = typed;
  }, [id, typed]);
  return null;
}

const never = () => () => {};

/** Null on the server. */
function readTyped(id: string): string | null {
  return typeof document === 'undefined' ? null : (findArea(id)?.value ?? null);
}

function findArea(id: string): HTMLTextAreaElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement ? found : null;
}
