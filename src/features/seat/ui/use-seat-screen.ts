'use client';

import { useState } from 'react';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import type { SeatEntry, SeatThread, SeatView } from '#journey/live-views.ts';
import type { SeatRegionName } from '#shared/ui/seat-columns.tsx';
import { findNext } from './queue-sections.ts';
import { askEntry } from './seat-requests.ts';
import { type DossierState, useDossier } from './use-dossier.ts';
import { type HeadingFocus, useHeadingFocus } from './use-heading-focus.ts';
import { type Notes, useNotes } from './use-notes.ts';
import { type SeatState, useSeat } from './use-seat.ts';

/** Everything that the screen shows, and what can be done on it. */
export type SeatScreen = SeatState & {
  /** In the middle: with whom the clerk speaks, else whose dossier is open. */
  readonly inFront: SeatEntry | null;
  readonly dossier: DossierState;
  readonly heading: HeadingFocus;
  /** Whose dossier is open beside the running conversation. */
  readonly beside: SeatEntry | null;
  readonly besideDossier: DossierState;
  readonly besideHeading: HeadingFocus;
  readonly closeBeside: () => void;
  readonly notes: Notes;
  /** The open conversation with somebody who wrote: in the middle, or beside the call. */
  readonly thread: SeatThread | null;
  readonly openThread: (id: ConversationId) => void;
  readonly closeThread: () => void;
  /** Who is first among those who wait. */
  readonly nextId: AppointmentId | undefined;
  readonly open: (appointmentId: AppointmentId) => void;
  /** An appointment that was looked up. */
  readonly openFound: (entry: SeatEntry) => void;
  /**
   * An appointment of whatever day. @param makePlace called right before it opens: whatever was open stays until then
   * @returns whether it could be opened
   */
  readonly openAny: (appointmentId: AppointmentId, makePlace?: () => void) => Promise<boolean>;
  /** The region in front, where not all fit side by side. */
  readonly region: SeatRegionName;
  readonly setRegion: (region: SeatRegionName) => void;
  /** The form that ends the conversation is open. */
  readonly finishing: boolean;
  readonly finish: () => void;
  readonly goOn: () => void;
  /** The clerk is out of the conversation: it ended, or the citizen waits again. */
  readonly ended: (conversationId: ConversationId, appointmentId: AppointmentId) => void;
};

export function useSeatScreen(initial: SeatView): SeatScreen {
  const seat = useSeat(initial);
  const { view, selected, currentEntry, select } = seat;
  const { current } = view;
  const [region, setRegion] = useState<SeatRegionName>(current === null ? 'queue' : 'main');
  const [threadId, setThreadId] = useState<ConversationId | null>(null);
  const [finishing, setFinishing] = useState(false);
  const heading = useHeadingFocus(current?.conversationId ?? '');
  const besideHeading = useHeadingFocus('');

  const inFront = currentEntry ?? selected;
  const beside = current !== null && selected !== currentEntry ? selected : null;
  const dossier = useDossier(inFront);
  const besideDossier = useDossier(beside);
  const kept = dossier.kind === 'loaded' ? dossier.dossier.notes : null;
  const notes = useNotes(current?.conversationId ?? null, kept);

  const lead = (where: 'main' | 'side') => {
    setRegion(where);
    (where === 'side' ? besideHeading : heading).focusSoon();
  };
  const show = (appointmentId: AppointmentId | null, where: 'main' | 'side') => {
    select(appointmentId);
    setThreadId(null);
    lead(where);
  };
  const placeOf = (id: AppointmentId) => (current !== null && id !== current.appointmentId ? 'side' : 'main');
  const openFound = (entry: SeatEntry) => {
    seat.selectFound(entry);
    setThreadId(null);
    lead(placeOf(entry.appointmentId));
  };
  return {
    ...seat,
    admit: (entry) => {
      seat.admit(entry);
      setThreadId(null);
      setRegion('main');
    },
    inFront,
    dossier,
    heading,
    beside,
    besideDossier,
    besideHeading,
    closeBeside: () => show(null, 'main'),
    notes,
    thread: view.threads.find(({ conversationId }) => conversationId === threadId) ?? null,
    openThread: (id) => {
      setThreadId(id);
      setRegion(current === null ? 'main' : 'side');
    },
    closeThread: () => {
      setThreadId(null);
      setRegion(current === null ? 'queue' : 'main');
    },
    nextId: findNext(view.entries),
    open: (id) => show(id, placeOf(id)),
    openFound,
    openAny: async (id, makePlace) => {
      const entry = view.entries.find(({ appointmentId }) => appointmentId === id);
      const answer = entry === undefined ? await askEntry(id) : ({ ok: true, value: entry } as const);
      if (answer.ok) {
        makePlace?.();
        openFound(answer.value);
      }
      return answer.ok;
    },
    region,
    setRegion,
    finishing: finishing && current !== null,
    // Who joined a colleague's conversation leaves it; to finish it is not theirs.
    finish: () => setFinishing(current?.isOwn ?? false),
    goOn: () => setFinishing(false),
    ended: (conversationId, appointmentId) => {
      setFinishing(false);
      seat.markEnded(conversationId);
      show(appointmentId, 'main');
    },
  };
}
