'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useVisit } from '#features/waiting-room/ui/visit-context.ts';

/** Asks the server for the page anew when the appointment is not what it was: moved by staff, or an earlier time was offered. */
export function FollowChanges({ rendered }: { rendered: number }) {
  const { view } = useVisit();
  const router = useRouter();
  const isOther = view.version !== rendered;
  useEffect(() => {
    if (isOther) router.refresh();
  }, [isOther, router]);
  return null;
}
