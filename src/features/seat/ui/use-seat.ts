'use client';

import { useCallback, useRef, useState } from 'react';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import type { StreamConnection } from '#shared/live/follow-event-stream.ts';
import { useEventStream } from '#shared/live/use-event-stream.ts';
import { findNext } from './queue-sections.ts';
import { askAdmission, type Refusal } from './seat-requests.ts';
import { useGuest } from './use-guest.ts';

/** An answer within this time needs no sign that it is on its way. */
const quickMilliseconds = 200;
/** The conversation is drawn when its first picture has left: drawing and encoding at once would delay what the citizen sees. */
const pictureFirstMilliseconds = 250;
/** So long at most nothing of the stream is shown while an admission is under way. */
const longestAdmissionMilliseconds = 1_000;

export type AdmissionProblem = Refusal & { readonly appointmentId: AppointmentId };

export type SeatState = {
  readonly view: SeatView;
  readonly connection: StreamConnection;
  /** Whose dossier is open; null before somebody was chosen. */
  readonly selected: SeatEntry | null;
  readonly select: (appointmentId: AppointmentId | null) => void;
  /** Opens an appointment that was looked up, of whatever day. */
  readonly selectFound: (entry: SeatEntry) => void;
  /** The appointment that the clerk is speaking in. */
  readonly currentEntry: SeatEntry | null;
  readonly admit: (entry: SeatEntry) => void;
  readonly admitting: boolean;
  readonly problem: AdmissionProblem | null;
  /** This screen left the conversation: it ended, or the citizen waits again. */
  readonly markEnded: (conversationId: ConversationId) => void;
};

/** Everything that the clerk's screen knows: what the server says, who is chosen, and what is being asked. */
export function useSeat(initial: SeatView): SeatState {
  const stream = useEventStream<SeatView>('/events/seat', initial);
  const { hold } = stream;
  const [begun, setBegun] = useState<SeatView['current']>(null);
  const [leftId, setLeftId] = useState<ConversationId | null>(null);
  const [selectedId, setSelectedId] = useState<AppointmentId | null>(
    () => initial.current?.appointmentId ?? findNext(initial.entries) ?? null,
  );
  const [admitting, setAdmitting] = useState(false);
  const busy = useRef(false);
  const [problem, setProblem] = useState<AdmissionProblem | null>(null);

  // From then on the stream is right again, also when the same conversation goes on later.
  if (leftId !== null && stream.view.current?.conversationId !== leftId) setLeftId(null);
  const view = anticipate(stream.view, begun, leftId);
  const inList = (id: AppointmentId | undefined | null) =>
    view.entries.find(({ appointmentId }) => appointmentId === id) ?? null;
  const guest = useGuest(view.serverNow, (id) => inList(id) !== null);
  const find = (id: AppointmentId | null) =>
    inList(id) ?? (guest.entry?.appointmentId === id ? guest.entry : null);

  const select = useCallback((appointmentId: AppointmentId | null) => {
    setSelectedId(appointmentId);
    setProblem(null);
  }, []);

  const admit = useCallback(
    async ({ appointmentId, conversationId, channel }: SeatEntry) => {
      if (busy.current || conversationId === null) return;
      busy.current = true;
      const slow = setTimeout(() => setAdmitting(true), quickMilliseconds);
      hold(longestAdmissionMilliseconds);
      const answer = await askAdmission(conversationId);
      clearTimeout(slow);
      if (answer.ok) await new Promise((resolve) => setTimeout(resolve, pictureFirstMilliseconds));
      hold(0);
      busy.current = false;
      setAdmitting(false);
      setProblem(answer.ok ? null : { ...answer.refusal, appointmentId });
      if (answer.ok) setLeftId(null);
      if (answer.ok)
        setBegun({
          ...answer.value,
          appointmentId,
          isOwn: true,
          forward: null,
          byPhone: false,
          inWriting: channel === 'chat',
          people: [],
        });
    },
    [hold],
  );

  return {
    view,
    connection: stream.connection,
    selected: find(selectedId),
    select,
    selectFound: (entry) => {
      guest.show(entry);
      select(entry.appointmentId);
    },
    currentEntry: inList(view.current?.appointmentId),
    admit: (entry) => void admit(entry),
    admitting,
    problem,
    markEnded: (conversationId) => {
      setLeftId(conversationId);
      setBegun(null);
    },
  };
}

/** What this screen just did shows at once, until the stream says the same. */
function anticipate(view: SeatView, begun: SeatView['current'], leftId: ConversationId | null): SeatView {
  if (view.current !== null)
    return view.current.conversationId === leftId ? { ...view, current: null } : view;
  if (begun === null) return view;
  const entry = view.entries.find(({ appointmentId }) => appointmentId === begun.appointmentId);
  return entry?.state === 'waiting' || entry?.state === 'away' ? { ...view, current: begun } : view;
}
