'use client';

import { useEffect, useState } from 'react';

/**
 * Says which of a form's radio buttons is chosen, in that button's own words. Without script it says what was chosen when
 * the page was made.
 */
export function ChosenMoment({ name, initial }: { name: string; initial: string }) {
  const [words, setWords] = useState(initial);
  useEffect(() => {
    const show = (input: HTMLInputElement | null) => {
      if (input !== null) setWords(input.ariaLabel ?? initial);
    };
    const onChange = (event: Event) => {
      const input = event.target;
      if (input instanceof HTMLInputElement && input.name === name && input.checked) show(input);
    };
    // The browser may have restored an earlier choice before this ran.
    show(document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`));
    document.addEventListener('change', onChange);
    return () => document.removeEventListener('change', onChange);
  }, [name, initial]);
  return words;
}
