'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { followEventStream, type Happened, type StreamConnection } from './follow-event-stream.ts';

export type EventStream<View> = {
  /** The newest state; the given one until the first arrives. */
  readonly view: View;
  readonly connection: StreamConnection;
  /**
   * Shows nothing new for a moment, so that drawing it does not compete with something more urgent; what came meanwhile is shown after it.
   * @param milliseconds how long from now; 0 ends it
   */
  readonly hold: (milliseconds: number) => void;
};

/**
 * Follows a live stream for as long as the component stands.
 * @param path an address below `/events/`, such as `/events/seat`
 * @param initial what the page was rendered with
 * @param newer what came since the page was rendered, if something did; shown before the page is drawn
 * @param onHappened called once for each event, also for those missed while the connection was gone
 */
export function useEventStream<View>(
  path: string,
  initial: View,
  { newer, onHappened }: { newer?: View | null; onHappened?: (event: Happened) => void } = {},
): EventStream<View> {
  const [view, setView] = useState(initial);
  const [connection, setConnection] = useState<StreamConnection>('connecting');
  const happened = useRef(onHappened);
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; newest: (() => void) | null } | null>(null);
  useEffect(() => {
    happened.current = onHappened;
  });
  useLayoutEffect(() => {
    if (newer) setView(newer);
  }, [newer]);

  const hold = useCallback((milliseconds: number) => {
    const before = held.current;
    clearTimeout(before?.timer);
    const release = () => {
      const newest = held.current?.newest;
      held.current = null;
      newest?.();
    };
    held.current = { timer: setTimeout(release, milliseconds), newest: before?.newest ?? null };
  }, []);

  useEffect(() => {
    const stop = followEventStream<View>(path, {
      state: (newest) => {
        if (held.current === null) setView(newest);
        else held.current.newest = () => setView(newest);
      },
      happened: (event) => happened.current?.(event),
      connection: setConnection,
    });
    return () => {
      clearTimeout(held.current?.timer);
      held.current = null;
      stop();
    };
  }, [path]);
  return { view, connection, hold };
}
