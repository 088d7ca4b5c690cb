'use client';

import { useEffect, useState } from 'react';

/** So long nobody types who is not at the first letters any more. */
const pauseMilliseconds = 1_200;

/** Whether somebody is done with what is in a field: it was left, or nothing was typed for a moment. */
export function useSettled(text: string): { readonly isSettled: boolean; readonly leave: () => void } {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return { isSettled: settled === text, leave: () => setSettled(text) };
}
