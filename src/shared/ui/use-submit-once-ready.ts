'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/**
 * A button that is pressed while something is still being read: it goes on by itself once that is there.
 * @param send what the press does
 */
export function useSubmitOnceReady(isReady: boolean, send: () => void) {
  const [isWaiting, setWaiting] = useState(false);
  const goOn = useEffectEvent(() => {
    setWaiting(false);
    send();
  });
  const mayGoOn = isWaiting && isReady;
  useEffect(() => {
    if (mayGoOn) goOn();
  }, [mayGoOn]);
  return { isWaiting, submit: isReady ? send : () => setWaiting(true) };
}
