'use client';

import { createContext, useContext } from 'react';
import type { VisitView } from '#journey/live-views.ts';
import type { StreamConnection } from '#shared/live/follow-event-stream.ts';
import type { OwnStream } from './use-own-stream.ts';

/** What the live page of a visit hands to its parts. */
export type LiveVisit = {
  readonly view: VisitView;
  readonly connection: StreamConnection;
  /** Camera and microphone of this browser, which the call takes over. */
  readonly own: OwnStream;
  /** Left the conversation by choice while it goes on. */
  readonly hasLeft: boolean;
  /** The clerk put this visitor out of the conversation, which goes on. */
  readonly isPutOut: boolean;
  readonly comeBack: () => void;
};

export const VisitContext = createContext<LiveVisit | null>(null);

/** @throws Error outside the live page of a visit: a programming mistake */
export function useVisit(): LiveVisit {
  const visit = useContext(VisitContext);
  if (visit === null) throw new Error('useVisit: there is no visit around this.');
  return visit;
}
