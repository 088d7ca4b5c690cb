'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '#shared/ui/notice.tsx';

type OverlappedPeriodsProps = {
  /** Dates as `2026-12-08`, both included; null is without bound. */
  readonly periods: readonly {
    readonly from: string | null;
    readonly until: string | null;
    readonly text: string;
  }[];
  /** "Op deze dagen geldt al een andere week:" */
  readonly title: string;
  /** Which one holds once it is saved. */
  readonly text: string;
};

/** Says, while the dates of the form around it are typed, which periods they overlap. */
export function OverlappedPeriods({ periods, title, text }: OverlappedPeriodsProps) {
  const mark = useRef<HTMLDivElement>(null);
  const [overlapped, setOverlapped] = useState<readonly string[]>([]);
  useEffect(() => {
    const form = mark.current?.closest('form');
    const read = () => {
      const sent = form == null ? null : new FormData(form);
      const from = String(sent?.get('from') ?? '');
      const until = String(sent?.get('until') ?? '');
      const isPeriod = from !== '' && (until === '' || from <= until);
      const hit = isPeriod ? periods.filter((period) => overlaps(period, from, until)) : [];
      setOverlapped(hit.map((period) => period.text));
    };
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, [periods]);
  return (
    <div ref={mark} role="status" className="empty:hidden">
      {overlapped.length > 0 && (
        <Notice kind="info" title={title}>
          <ul>
            {overlapped.map((period) => (
              <li key={period}>{period}</li>
            ))}
          </ul>
          <p className="mt-1">{text}</p>
        </Notice>
      )}
    </div>
  );
}

/** @param until empty is without end */
function overlaps(period: OverlappedPeriodsProps['periods'][number], from: string, until: string): boolean {
  return (period.until === null || from <= period.until) && (until === '' || (period.from ?? '') <= until);
}
