'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { VisitView } from '#journey/live-views.ts';
import { useEventStream } from '#shared/live/use-event-stream.ts';

type FollowAppointmentProps = {
  readonly reference: string;
  /** What the server rendered the page with. */
  readonly initial: VisitView;
  readonly home: string;
  /** Read aloud when it comes while the page stands; null while nothing is offered. */
  readonly offered: string | null;
};

/**
 * Shows an offer that comes while the page stands, and any change by staff. When the waiting room opens, or the appointment is over, its own
 * page has to say so.
 */
export function FollowAppointment({ reference, initial, home, offered }: FollowAppointmentProps) {
  const { view, connection } = useEventStream<VisitView>(`/events/visits/${reference}`, initial);
  const router = useRouter();
  const isElsewhere = view.stage !== 'prepare' || connection === 'ended';
  const isChanged = view.version !== initial.version;
  useEffect(() => {
    if (isElsewhere) router.replace(home);
    else if (isChanged) router.refresh();
  }, [isElsewhere, isChanged, router, home]);
  return (
    <p role="status" className="sr-only">
      {offered}
    </p>
  );
}
