import { useEffect, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatRequests } from '../request-views.ts';
import { askSeatRequests, type RequestProblem } from './seat-request-calls.ts';

export type SeatRequestsState = {
  /** Null before they came. */
  readonly known: SeatRequests | null;
  readonly problem: RequestProblem | null;
  readonly busy: boolean;
  /** Does one thing at a time; the live view brings what came of it. */
  readonly run: (work: () => Promise<{ readonly ok: boolean; readonly problem?: RequestProblem }>) => void;
};

/** The requests of an appointment, loaded again when something happens to it. The old ones stay until the new ones are here. */
export function useSeatRequests(appointmentId: AppointmentId, version: number): SeatRequestsState {
  const [loaded, setLoaded] = useState<SeatRequests | null>(null);
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [busy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to ask again
  useEffect(() => {
    const leaving = new AbortController();
    void askSeatRequests(appointmentId, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      if (answer.ok) setLoaded(answer.value);
      else setProblem(answer.problem);
    });
    return () => leaving.abort();
  }, [appointmentId, version]);
  const run: SeatRequestsState['run'] = (work) => {
    if (busy) return;
    setBusy(true);
    void work().then((answer) => {
      setBusy(false);
      setProblem(answer.ok ? null : (answer.problem ?? 'unexpected'));
    });
  };
  return { known: loaded, problem, busy, run };
}
