import { useState } from 'react';
import type { VisitView } from '#journey/live-views.ts';

export type Rounds = {
  /** How often this visitor was taken out of the conversation: camera and microphone go off, and they may be called again. */
  readonly round: number;
  /** The clerk put them out while the conversation goes on, and has not let them in again. */
  readonly isPutOut: boolean;
};

type Seen = Rounds & Pick<VisitView, 'stage'> & { readonly room: string | null; readonly admitted: boolean };

/**
 * Counts how often somebody was sent back to wait, out of the conversation or out of the room of which only the video server told yet,
 * or put out of a conversation that goes on without them.
 * @param onOut called while the page is drawn, so that nothing of the conversation is shown any more
 */
export function useRounds(view: VisitView, isLetIn: boolean, onOut: () => void): Rounds {
  const now = {
    stage: view.stage,
    room: view.call?.roomName ?? null,
    admitted: view.call?.admitted ?? false,
  };
  const [seen, setSeen] = useState<Seen>({ ...now, round: 0, isPutOut: false });
  if (seen.stage === now.stage && seen.room === now.room && seen.admitted === now.admitted) return seen;
  const isSentBack = now.stage === 'wait' && (seen.stage === 'call' || (isLetIn && seen.room !== now.room));
  const isOutside = now.stage === 'call' && seen.stage === 'call' && !now.admitted;
  const isPutOut = isOutside && (seen.isPutOut || seen.admitted);
  const isOut = isSentBack || (isPutOut && !seen.isPutOut);
  const rounds = { round: isOut ? seen.round + 1 : seen.round, isPutOut };
  setSeen({ ...now, ...rounds });
  if (isOut) onOut();
  return rounds;
}
