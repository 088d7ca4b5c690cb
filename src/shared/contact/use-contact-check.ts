'use client';

import { useEffect, useState } from 'react';
import { askContactCheck } from './ask-contact-check.ts';
import type { ContactCheck } from './check-contact.ts';

const pauseMilliseconds = 350;

/** What the server says of the address and the number, a moment after the last key; null while that is not known. */
export function useContactCheck(email: string, phone: string): ContactCheck | null {
  const [answer, setAnswer] = useState<{ email: string; phone: string; check: ContactCheck } | null>(null);
  useEffect(() => {
    if (email.trim() === '' && phone.trim() === '') return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void askContactCheck({ email, phone }, leaving.signal).then((said) => {
        if (said !== null && !leaving.signal.aborted) setAnswer({ email, phone, check: said });
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [email, phone]);
  return answer !== null && answer.email === email && answer.phone === phone ? answer.check : null;
}
