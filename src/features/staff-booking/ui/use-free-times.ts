'use client';

import { useEffect, useState } from 'react';
import type { FreeDays, TimesQuestion } from '../staff-booking-form.ts';
import { askTimes } from './staff-booking-requests.ts';

export type FreeTimes =
  | { readonly kind: 'nothingAsked' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly days: FreeDays['days'] };

/** The free times of what is asked, read again at every change of the question. @param round another number reads once more */
export function useFreeTimes(question: TimesQuestion, round: number): FreeTimes {
  const key = question.serviceSlugs.length === 0 ? '' : `${round} ${JSON.stringify(question)}`;
  const [answer, setAnswer] = useState<{ key: string; days: FreeDays['days'] | null }>({
    key: '',
    days: null,
  });
  useEffect(() => {
    if (key === '') return;
    const leaving = new AbortController();
    const asked = JSON.parse(key.slice(key.indexOf(' ') + 1)) as TimesQuestion;
    void askTimes(asked, leaving.signal).then((said) => {
      if (!leaving.signal.aborted) setAnswer({ key, days: said.ok ? said.value.days : null });
    });
    return () => leaving.abort();
  }, [key]);
  if (key === '') return { kind: 'nothingAsked' };
  if (answer.key !== key) return { kind: 'loading' };
  return answer.days === null ? { kind: 'failed' } : { kind: 'loaded', days: answer.days };
}
