'use client';

import { useEffect, useState } from 'react';
import type { FoundAppointment } from '../found-appointment.ts';
import { askSearch } from './seat-requests.ts';

/** While somebody still types, nothing is asked. */
const pauseMilliseconds = 150;

export type CallerSearch = {
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** What was found for what was typed last; null before anything was looked for. */
  readonly found: readonly FoundAppointment[] | null;
  readonly failed: boolean;
};

/** Looks for whoever phones while one types; the newest question counts. */
export function useCallerSearch(): CallerSearch {
  const [typed, type] = useState('');
  const [answer, setAnswer] = useState<Pick<CallerSearch, 'found' | 'failed'>>({
    found: null,
    failed: false,
  });
  useEffect(() => {
    const question = typed.trim();
    const leaving = new AbortController();
    const timer = setTimeout(
      async () => {
        if (question === '') return setAnswer({ found: null, failed: false });
        const found = await askSearch(question, leaving.signal);
        if (leaving.signal.aborted) return;
        setAnswer(found.ok ? { found: found.value, failed: false } : { found: null, failed: true });
      },
      question === '' ? 0 : pauseMilliseconds,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [typed]);
  return { typed, type, ...answer };
}
