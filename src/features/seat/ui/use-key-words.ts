'use client';

import { useTranslations } from 'next-intl';

const named = [
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'Enter',
  'Space',
  'Plus',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
] as const;

/** A combination of keys as the parts that are printed on the keyboard; none for null. */
export function useKeyWords(): (combination: string | null) => readonly string[] {
  const t = useTranslations('seatKeys.names');
  return (combination) =>
    (combination?.split('+') ?? []).map((key) => {
      const known = named.find((each) => each === key);
      return known === undefined ? key : t(known);
    });
}
