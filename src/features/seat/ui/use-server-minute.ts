'use client';

import { useEffect, useState } from 'react';

const minuteMilliseconds = 60_000;

/**
 * The server's time, moving on at each full minute and whenever a view arrives: what a clock and "12 minutes" need.
 * @param serverNow of the newest view, epoch milliseconds
 */
export function useServerMinute(serverNow: number): number {
  const [passed, setPassed] = useState({ since: serverNow, milliseconds: 0 });
  useEffect(() => {
    // Not the page's own clock: it may stand still while the machine sleeps.
    const received = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const wait = (milliseconds: number) => {
      timer = setTimeout(
        () => {
          const elapsed = Math.max(0, Date.now() - received);
          setPassed({ since: serverNow, milliseconds: elapsed });
          wait(elapsed);
        },
        minuteMilliseconds - ((serverNow + milliseconds) % minuteMilliseconds) + 20,
      );
    };
    wait(0);
    return () => clearTimeout(timer);
  }, [serverNow]);
  return passed.since === serverNow ? serverNow + passed.milliseconds : serverNow;
}

/** Whole minutes from one moment to another, never below zero. Both epoch milliseconds. */
export function minutesBetween(from: number, until: number): number {
  return Math.max(0, Math.floor((until - from) / minuteMilliseconds));
}
