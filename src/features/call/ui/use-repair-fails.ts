'use client';

import { useEffect, useState } from 'react';
import type { CallSnapshot } from './call-session.ts';

/** Most interruptions are over by then; whoever still waits is glad of another way. */
const patienceMilliseconds = 12_000;

export type FailedRepair = {
  /** Whether to speak of it now. */
  readonly isDue: boolean;
  /** Its reader knows. It is spoken of again only after picture and sound were back. */
  readonly dismiss: () => void;
};

/** Whether a conversation that ran stays interrupted, on this side or on the other. */
export function useRepairFails(snapshot: CallSnapshot | null): FailedRepair {
  const isBroken = snapshot !== null && isInterrupted(snapshot);
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isBroken) return setDue(false);
    const timer = setTimeout(() => setDue(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [isBroken]);
  return { isDue, dismiss: () => setDue(false) };
}

function isInterrupted({ call, others }: CallSnapshot): boolean {
  if (!call.conversed) return false;
  return call.phase === 'restoring' || (call.phase === 'connected' && others.length === 0);
}
