'use client';

import { useEffect, useState } from 'react';
import type { ContactCheck } from '../check-contact.ts';
import { askContactCheck } from './staff-booking-requests.ts';

const pauseMilliseconds = 350;

/** What the server says of the address and the number, a moment after the last key; null while that is not known. */
export function useContactCheck(email: string, phone: string): ContactCheck | null {
  const [answer, setAnswer] = useState<{ email: string; phone: string; check: ContactCheck } | null>(null);
  useEffect(() => {
    if (email.trim() === '' && phone.trim() === '') return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void askContactCheck({ email, phone }, leaving.signal).then((said) => {
        if (said.ok && !leaving.signal.aborted) setAnswer({ email, phone, check: said.value });
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [email, phone]);
  return answer !== null && answer.email === email && answer.phone === phone ? answer.check : null;
}
