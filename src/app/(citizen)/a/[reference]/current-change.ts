import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type ChangePage, lookAtChange } from '#features/changes/look-at-change.ts';
import type { VisitActor } from '#journey/actor.ts';
import { clock } from '../../../../wiring.ts';
import { currentVisit } from '../../../current-visit.ts';

/** An appointment that may be changed in this browser, and by whom. */
export type CurrentChange = ChangePage & { readonly actor: VisitActor };

/** Null for who holds no visit, and for who only came along. */
export const currentChange = cache(async (reference: string): Promise<CurrentChange | null> => {
  const actor = await currentVisit(reference);
  const page = actor && (await lookAtChange({ clock }, actor, actor.appointmentId));
  return actor && page && { ...page, actor };
});

/** Who may change nothing reads on the appointment's own page what to do. */
export async function requireChange(reference: string): Promise<CurrentChange> {
  return (await currentChange(reference)) ?? redirect(homeOf(reference));
}

/** The appointment's own page. */
export function homeOf(reference: string): string {
  return `/a/${encodeURIComponent(reference)}`;
}
