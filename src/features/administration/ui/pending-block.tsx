'use client';

import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { parseClock, writeClock } from '../clock-text.ts';
import { pendingColumn } from './pending-column.ts';

type Pending = { readonly fromMinute: number; readonly untilMinute: number };
type PendingBlockProps = {
  readonly weekday: number;
  readonly firstHour: number;
  readonly lastHour: number;
  /** "nog niet bewaard" */
  readonly text: string;
};

/** Draws what stands in the form around it into the picture, as soon as it is something else than what is saved. For the eye alone: the form says it too. */
export function PendingBlock({ weekday, firstHour, lastHour, text }: PendingBlockProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  useEffect(() => {
    const form = mark.current?.closest('form');
    const read = () => setPending(form ? readTimes(form) : null);
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, []);
  const column = pending && document.getElementById(pendingColumn(weekday));
  const span = (lastHour - firstHour) * 60;
  const isInside =
    pending !== null && pending.fromMinute >= firstHour * 60 && pending.untilMinute <= lastHour * 60;
  return (
    <>
      <span ref={mark} hidden />
      {column &&
        isInside &&
        createPortal(
          <div
            className="pointer-events-none absolute inset-x-0.5 z-sticky overflow-hidden rounded-sm border-2 border-ink border-dashed bg-brand-tint p-0.5 text-[0.875rem] leading-4.5 text-ink"
            style={{
              top: `${((pending.fromMinute - firstHour * 60) / span) * 100}%`,
              height: `${((pending.untilMinute - pending.fromMinute) / span) * 100}%`,
            }}
          >
            <b className="block">{`${writeClock(pending.fromMinute)} – ${writeClock(pending.untilMinute)}`}</b>
            {text}
          </div>,
          column,
        )}
    </>
  );
}

function readTimes(form: HTMLFormElement): Pending | null {
  const sent = new FormData(form);
  const [fromMinute, untilMinute] = ['from', 'to'].map((name) => parseClock(String(sent.get(name) ?? '')));
  return fromMinute == null || untilMinute == null || fromMinute >= untilMinute
    ? null
    : { fromMinute, untilMinute };
}
