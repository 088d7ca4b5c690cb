'use client';

import { useEffect, useRef, useState } from 'react';
import { type MinuteRange, parseClock } from '../clock-text.ts';
import { PendingStretch } from './pending-stretch.tsx';

type PendingBlockProps = {
  readonly weekday: number;
  readonly firstHour: number;
  readonly lastHour: number;
  /** "nog niet bewaard" */
  readonly text: string;
};

/** Draws what stands in the form around it into the picture, as soon as it is something else than what is saved. For the eye alone: the form says it too. */
export function PendingBlock(props: PendingBlockProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const [pending, setPending] = useState<MinuteRange | null>(null);
  useEffect(() => {
    const form = mark.current?.closest('form');
    const read = () => setPending(form ? readTimes(form) : null);
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, []);
  return (
    <>
      <span ref={mark} hidden />
      {pending && <PendingStretch {...props} range={pending} />}
    </>
  );
}

function readTimes(form: HTMLFormElement): MinuteRange | null {
  const sent = new FormData(form);
  const [fromMinute, untilMinute] = ['from', 'to'].map((name) => parseClock(String(sent.get(name) ?? '')));
  return fromMinute == null || untilMinute == null || fromMinute >= untilMinute
    ? null
    : { fromMinute, untilMinute };
}
