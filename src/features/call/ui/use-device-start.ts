'use client';

import { useEffect, useRef, useState } from 'react';
import { isAllowedAlready, watchPermissions } from '#shared/media/open-devices.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';

/**
 * Opens camera and microphone when the call needs them: at once where that is no surprise (the waiting room handed them over,
 * they were open before a reload, the browser allows it already), and otherwise after its user was told why.
 * @param asksFirst not even what the browser allows is opened without a word
 * @returns whether to ask now
 */
export function useDeviceStart(
  session: CallSession | null,
  snapshot: CallSnapshot | null,
  initial: MediaStream | null,
  asksFirst = false,
): boolean {
  const [mustAsk, setMustAsk] = useState(false);
  const adopted = useRef<MediaStream | null>(null);
  const isActive =
    snapshot !== null && ['connecting', 'connected', 'restoring'].includes(snapshot.call.phase);
  const isClosed = snapshot?.own.camera === 'closed' && snapshot.own.microphone === 'closed';
  const isNeeded = isActive && isClosed;

  useEffect(() => {
    if (session === null || !isNeeded) return;
    if (initial !== null && adopted.current !== initial) {
      adopted.current = initial;
      if (initial.getTracks().some((track) => track.readyState === 'live')) return session.own.adopt(initial);
    }
    let isCurrent = true;
    void mayOpenUnasked(session, asksFirst).then((may) => {
      if (!isCurrent) return;
      if (may) void openAsChosen(session);
      else setMustAsk(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [session, isNeeded, initial, asksFirst]);

  // Whoever repairs the permission in the browser's own settings need not say so here as well.
  useEffect(() => {
    if (session === null) return;
    return watchPermissions(() => void reopenAllowed(session));
  }, [session]);

  return mustAsk && isNeeded;
}

/** Opens what was chosen last: a camera that was off stays off. */
export function openAsChosen(session: CallSession): Promise<void> {
  return session.own.openDevices({ camera: session.own.choices().cameraOn, microphone: true });
}

async function mayOpenUnasked(session: CallSession, asksFirst: boolean): Promise<boolean> {
  return session.own.choices().opened || (!asksFirst && (await isAllowedAlready()));
}

async function reopenAllowed(session: CallSession): Promise<void> {
  const { camera, microphone } = session.snapshot().own;
  if ((camera === 'refused' || microphone === 'refused') && (await isAllowedAlready())) {
    await openAsChosen(session);
  }
}
