'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { HoldQuestion, KeptTime, TimesQuestion } from '../staff-booking-form.ts';
import { askHold } from './staff-booking-requests.ts';

/** Who runs through the times with the arrows holds the one where they stop. */
const pauseMilliseconds = 600;

export type HeldTime = {
  /** Null while that is not known. */
  readonly kept: KeptTime | null;
  /** Keeps it longer, or again when it was let go of. */
  readonly keepLonger: () => void;
};

/** Keeps the chosen time free while the clerk and the citizen speak. @param onGone somebody else has it */
export function useHeldTime(question: TimesQuestion, startAt: number | null, onGone: () => void): HeldTime {
  const key = startAt === null ? '' : JSON.stringify({ ...question, startAt, longer: false });
  const [held, setHeld] = useState<{ key: string; kept: KeptTime } | null>(null);
  const gone = useEffectEvent(onGone);
  const ask = async (longer: boolean, signal?: AbortSignal) => {
    const said = await askHold({ ...(JSON.parse(key) as HoldQuestion), longer }, signal);
    if (signal?.aborted) return;
    if (said.ok) setHeld({ key, kept: said.value });
    return said.ok ? null : said.refusal.code;
  };
  const askFirst = useEffectEvent(ask);
  useEffect(() => {
    if (key === '') return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void askFirst(false, leaving.signal).then((code) => {
        if (code === 'timeTaken') gone();
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [key]);
  const keepLonger = () =>
    void ask(true).then((code) => {
      if (code === 'timeTaken') onGone();
    });
  return { kept: held?.key === key ? held.kept : null, keepLonger };
}
