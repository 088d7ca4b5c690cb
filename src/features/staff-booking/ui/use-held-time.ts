'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { TimesQuestion } from '../staff-booking-form.ts';
import { askHold } from './staff-booking-requests.ts';

/** Who runs through the times with the arrows holds the one where they stop. */
const pauseMilliseconds = 600;

/**
 * Keeps the chosen time free while the clerk and the citizen speak.
 * @returns until when, epoch milliseconds; null while that is not known
 */
export function useHeldTime(
  question: TimesQuestion,
  startAt: number | null,
  onGone: () => void,
): number | null {
  const key = startAt === null ? '' : JSON.stringify({ ...question, startAt });
  const [held, setHeld] = useState<{ key: string; expiresAt: number } | null>(null);
  const gone = useEffectEvent(onGone);
  useEffect(() => {
    if (key === '') return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void askHold(JSON.parse(key), leaving.signal).then((said) => {
        if (leaving.signal.aborted) return;
        if (said.ok) setHeld({ key, expiresAt: said.value.expiresAt });
        else if (said.refusal.code === 'timeTaken') gone();
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [key]);
  return held?.key === key ? held.expiresAt : null;
}
