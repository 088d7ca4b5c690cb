'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ScanStep } from '#ports/identity-provider.ts';

type FollowScanProps = {
  /** What the page shows; null while the provider does not answer. */
  readonly step: ScanStep | null;
  readonly follow: string;
  readonly back: string;
};

/** Where the server did not answer, it is asked again after this long. */
const again = 3_000;

/** Keeps the page at where the scan is, and goes on when it is over. Each question is held by the server until there is news. */
export function FollowScan({ step, follow, back }: FollowScanProps) {
  const router = useRouter();
  useEffect(() => {
    const ending = new AbortController();
    // Who sends something from here, or stops, is led on by the answer to that. Going there a second time would overtake what is being finished.
    const leave = (event: Event) => {
      if (event.type === 'submit' || isWayBack(event.target, back)) ending.abort();
    };
    // A browser that shows the page again as it was left has nobody who follows.
    const renew = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload();
    const { signal } = ending;
    document.addEventListener('submit', leave, { signal });
    document.addEventListener('click', leave, { signal });
    window.addEventListener('pageshow', renew);
    void followOn({ known: step, follow, signal }).then((news) => {
      if (signal.aborted) return;
      if (news === 'over') window.location.replace(back);
      else router.refresh();
    });
    return () => {
      ending.abort();
      window.removeEventListener('pageshow', renew);
    };
  }, [step, follow, back, router]);
  return null;
}

const isWayBack = (target: EventTarget | null, back: string): boolean =>
  target instanceof Element && target.closest('a')?.getAttribute('href') === back;

type Following = { readonly known: ScanStep | null; readonly follow: string; readonly signal: AbortSignal };

/** @returns the next step; the known one when there is nothing to follow any more: the page says why */
async function followOn({ known, follow, signal }: Following): Promise<ScanStep | null> {
  while (!signal.aborted) {
    const news = await ask(`${follow}?after=${known ?? 'waiting'}`, signal);
    if (news === 'gone') return known;
    if (news !== null && news !== known) return news;
    if (news === null) await new Promise((resolve) => setTimeout(resolve, again));
  }
  return known;
}

/** Null where nobody answered, or not yet. */
async function ask(address: string, signal: AbortSignal): Promise<ScanStep | 'gone' | null> {
  try {
    const response = await fetch(address, { signal });
    if (response.status === 404) return 'gone';
    return response.ok ? ((await response.json()) as { readonly step: ScanStep }).step : null;
  } catch {
    return null;
  }
}
