'use client';

import { useEffect, useRef, useState } from 'react';
import { type MinuteRange, parseClockRanges } from '../clock-text.ts';
import { PendingStretch } from './pending-stretch.tsx';

type PendingWeekProps = {
  /** The fields of the days, Monday first, with what is saved in them. */
  readonly fields: readonly { readonly name: string; readonly saved: string }[];
  readonly firstHour: number;
  readonly lastHour: number;
  /** "nog niet bewaard" */
  readonly text: string;
};

type PendingDay = { readonly weekday: number; readonly ranges: readonly MinuteRange[] };

/** Draws the days of the form around it that were changed into the picture of the week. For the eye alone: the form says it too. */
export function PendingWeek({ fields, ...drawn }: PendingWeekProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const [days, setDays] = useState<readonly PendingDay[]>([]);
  useEffect(() => {
    const form = mark.current?.closest('form');
    const read = (event: Event) => {
      if (form == null) return;
      if (fields.some(({ name }) => name === (event.target as HTMLInputElement).name)) choose(form);
      setDays(changedDays(form, fields));
    };
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, [fields]);
  return (
    <>
      <span ref={mark} hidden />
      {days.flatMap(({ weekday, ranges }) =>
        ranges.map((range) => (
          <PendingStretch key={`${weekday} ${range.fromMinute}`} weekday={weekday} range={range} {...drawn} />
        )),
      )}
    </>
  );
}

/** Whoever types hours means these hours. */
function choose(form: HTMLFormElement): void {
  const radio = form.querySelector<HTMLInputElement>('input[name="staffed"][value="week"]');
  if (radio !== null) radio.checked = true;
}

function changedDays(form: HTMLFormElement, fields: PendingWeekProps['fields']): PendingDay[] {
  const sent = new FormData(form);
  if (sent.get('staffed') !== 'week') return [];
  return fields.flatMap(({ name, saved }, index) => {
    const typed = String(sent.get(name) ?? '');
    const ranges = typed === saved ? null : parseClockRanges(typed);
    return ranges === null ? [] : [{ weekday: index + 1, ranges }];
  });
}
