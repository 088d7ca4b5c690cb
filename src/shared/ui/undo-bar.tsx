'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { Icon } from './icon.tsx';
import { iconUndo2 } from './icons/undo-2.ts';

export type UndoBarProps = {
  /** What was done: "Sofie is toegelaten". */
  text: string;
  undoText: string;
  onUndo: () => void;
  /** The time is over: take the bar away. */
  onEnd: () => void;
  seconds?: number;
};

/** What was just done can be taken back for 8 seconds; the time stands still while the bar has focus or pointer. */
export function UndoBar({ text, undoText, onUndo, onEnd, seconds = 8 }: UndoBarProps) {
  const [held, hold] = useState(false);
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  const over = left <= 0;
  useEffect(() => {
    if (held || over) return;
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [held, over]);
  useEffect(() => {
    if (over) end();
  }, [over]);
  return (
    <div
      role="status"
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      className="flex animate-panel flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-ink px-4 py-3 text-note text-surface shadow-float print:hidden"
    >
      <Icon shape={iconUndo2} size={20} />
      <span className="min-w-0 flex-1">{text}</span>
      <button
        type="button"
        onClick={onUndo}
        className="min-h-(--link-height) cursor-pointer rounded-sm font-bold underline underline-offset-[0.2em]"
      >
        {undoText}
      </button>
    </div>
  );
}
