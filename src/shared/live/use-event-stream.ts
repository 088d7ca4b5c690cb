'use client';

import { useEffect, useRef, useState } from 'react';
import { followEventStream, type Happened, type StreamConnection } from './follow-event-stream.ts';

export type EventStream<View> = {
  /** The newest state; the given one until the first arrives. */
  readonly view: View;
  readonly connection: StreamConnection;
};

/**
 * Follows a live stream for as long as the component stands.
 * @param path an address below `/events/`, such as `/events/seat`
 * @param initial what the page was rendered with
 * @param onHappened called once for each event, also for those missed while the connection was gone
 */
export function useEventStream<View>(
  path: string,
  initial: View,
  onHappened?: (event: Happened) => void,
): EventStream<View> {
  const [view, setView] = useState(initial);
  const [connection, setConnection] = useState<StreamConnection>('connecting');
  const happened = useRef(onHappened);
  useEffect(() => {
    happened.current = onHappened;
  });
  useEffect(
    () =>
      followEventStream<View>(path, {
        state: setView,
        happened: (event) => happened.current?.(event),
        connection: setConnection,
      }),
    [path],
  );
  return { view, connection };
}
