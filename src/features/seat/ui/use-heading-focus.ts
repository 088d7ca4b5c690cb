'use client';

import { type RefObject, useEffect, useRef } from 'react';

export type HeadingFocus = {
  readonly ref: RefObject<HTMLHeadingElement | null>;
  /** Something is being opened by hand: its heading gets the focus when it stands. */
  readonly focusSoon: () => void;
};

/**
 * Leads the focus to the heading of what was opened by hand, and of what takes the place of something that held the focus and is gone.
 * A live update by itself never moves it.
 * @param stage changes when one thing takes the place of another, as the conversation does of the dossier
 */
export function useHeadingFocus(stage: string): HeadingFocus {
  const ref = useRef<HTMLHeadingElement>(null);
  const isDue = useRef(false);
  const staged = useRef(stage);
  useEffect(() => {
    const isLost = staged.current !== stage && document.activeElement === document.body;
    staged.current = stage;
    if (!isDue.current && !isLost) return;
    isDue.current = false;
    ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    focusSoon: () => {
      isDue.current = true;
    },
  };
}
