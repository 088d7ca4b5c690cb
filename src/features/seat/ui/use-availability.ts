'use client';

import { useRef, useState } from 'react';
import type { PauseReason, WantedAvailability } from '#journey/availability.ts';
import type { SeatView } from '#journey/live-views.ts';
import { useSeatPlace } from './seat-place.tsx';
import { sendAvailability } from './seat-requests.ts';
import { type Left, whatIsLeft } from './what-is-left.ts';

export type AvailabilityChoice = {
  readonly set: (wanted: WantedAvailability) => void;
  /** From open to a break, and from anything else to open: what one key does. */
  readonly toggle: () => void;
  /** As `set`, but asks first where something has to be said. */
  readonly choose: (what: 'open' | PauseReason | 'other' | 'closed') => void;
  /** What has to be said first: own words, or what becomes of who is left. */
  readonly asks: 'words' | 'closing' | null;
  readonly stopAsking: () => void;
  readonly left: Left;
  readonly failed: boolean;
};

/** What the clerk does about the own seat's availability; the stream shows what came of it. */
export function useAvailability(view: SeatView): AvailabilityChoice {
  const { seatId } = useSeatPlace();
  const [asks, setAsks] = useState<AvailabilityChoice['asks']>(null);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const left = whatIsLeft(view, seatId);
  const set = async (wanted: WantedAvailability) => {
    if (busy.current) return;
    busy.current = true;
    const answer = await sendAvailability(wanted);
    busy.current = false;
    setFailed(!answer.ok);
    setAsks(null);
  };
  return {
    set: (wanted) => void set(wanted),
    toggle: () =>
      void set(view.availability.state === 'open' ? { state: 'paused', reason: 'break' } : { state: 'open' }),
    choose: (what) => {
      setFailed(false);
      if (what === 'other') setAsks('words');
      else if (what === 'closed' && left.waiting + left.planned > 0) setAsks('closing');
      else if (what === 'closed' || what === 'open') void set({ state: what });
      else void set({ state: 'paused', reason: what });
    },
    asks,
    stopAsking: () => setAsks(null),
    left,
    failed,
  };
}
