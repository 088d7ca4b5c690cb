'use client';

import { useEffect, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatEntry } from '#journey/live-views.ts';
import { askEntry } from './seat-requests.ts';

export type Guest = {
  /** An appointment that is not in the list of the day; null when none was looked up. */
  readonly entry: SeatEntry | null;
  readonly show: (entry: SeatEntry | null) => void;
};

/**
 * An appointment of another day that was looked up: asked again whenever the seat hears of something, since the list does not have it.
 * @param serverNow changes with every view that arrives
 */
export function useGuest(serverNow: number, inList: (id: AppointmentId) => boolean): Guest {
  const [entry, show] = useState<SeatEntry | null>(null);
  const isElsewhere = entry !== null && !inList(entry.appointmentId);
  const id = isElsewhere ? entry.appointmentId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is the reason to ask again
  useEffect(() => {
    if (id === null) return;
    const leaving = new AbortController();
    void askEntry(id, leaving.signal).then((answer) => {
      if (answer.ok && !leaving.signal.aborted)
        show((before) => (before?.appointmentId === id ? answer.value : before));
    });
    return () => leaving.abort();
  }, [id, serverNow]);
  return { entry, show };
}
