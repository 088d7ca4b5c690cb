'use client';

import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { RoomName } from '#journey/ids.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { findCall, holdCall } from './open-calls.ts';

/** A call as the screen needs it; both null until the library is there. */
export type HeldCall = { readonly session: CallSession | null; readonly snapshot: CallSnapshot | null };

const noSubscription = () => () => {};
const noSnapshot = () => null;

/** Holds the call at an address while the component stands; null holds none. */
export function useCall(address: string | null, storage: () => Storage): HeldCall {
  // What is open in this window is known there; here only that it changed.
  const [, showLoaded] = useReducer((times: number) => times + 1, 0);
  const session = address === null ? null : findCall(address);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where choices are kept never changes while a page stands
  useEffect(() => {
    if (address === null) return;
    return holdCall(address, storage, showLoaded);
  }, [address]);

  const snapshot = useSyncExternalStore(
    session?.subscribe ?? noSubscription,
    session?.snapshot ?? noSnapshot,
    noSnapshot,
  );
  return { session, snapshot };
}

/** Keeps the call to what the live view says of it. */
export function useFollow(session: CallSession | null, room: RoomName | null, admitted: boolean): void {
  useEffect(() => {
    if (session !== null && room !== null) session.follow(room, admitted);
  }, [session, room, admitted]);
}
