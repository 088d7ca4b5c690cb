'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomName } from '#journey/ids.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { findCall, holdCall } from './open-calls.ts';

/** A call as the screen needs it; both null until the library is there. */
export type HeldCall = { readonly session: CallSession | null; readonly snapshot: CallSnapshot | null };

const noSubscription = () => () => {};
const noSnapshot = () => null;

/** Holds the call at an address while the component stands; null holds none. */
export function useCall(address: string | null, storage: () => Storage): HeldCall {
  const [loaded, setLoaded] = useState<{ address: string; session: CallSession } | null>(null);
  const session = loaded?.address === address ? loaded?.session : address && findCall(address);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where choices are kept never changes while a page stands
  useEffect(() => {
    if (address === null) return;
    return holdCall(address, storage, (opened) => setLoaded({ address, session: opened }));
  }, [address]);

  const snapshot = useSyncExternalStore(
    session ? session.subscribe : noSubscription,
    session ? session.snapshot : noSnapshot,
    noSnapshot,
  );
  return { session: session || null, snapshot };
}

/** Keeps the call to what the live view says of it. */
export function useFollow(session: CallSession | null, room: RoomName | null, admitted: boolean): void {
  useEffect(() => {
    if (session !== null && room !== null) session.follow(room, admitted);
  }, [session, room, admitted]);
}
