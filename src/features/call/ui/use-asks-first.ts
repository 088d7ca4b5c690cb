import { useEffect, useState } from 'react';

/**
 * Whether camera and microphone wait for their user's word, whatever the browser allows: somebody who writes did not come to be seen. It
 * stays so over a reload.
 */
export function useAsksFirst(reference: string, inWriting: boolean): boolean {
  const key = `asks first ${reference}`;
  const [asks, setAsks] = useState(() => readKept(key));
  if (inWriting && !asks) setAsks(true);
  useEffect(() => {
    if (asks) keep(key);
  }, [asks, key]);
  return asks || inWriting;
}

/** A browser may refuse to have a storage. */
function readKept(key: string): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function keep(key: string): void {
  try {
    sessionStorage.setItem(key, 'yes');
  } catch {
    // Then it holds until the page is loaded again.
  }
}
