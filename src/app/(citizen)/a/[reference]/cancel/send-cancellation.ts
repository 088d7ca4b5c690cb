'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { clock, jobQueue } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** Takes the press of the button. `reference` is bound by the page; the page shown next says what became of it. */
export async function sendCancellation(reference: string): Promise<void> {
  const actor = await currentVisit(reference);
  if (actor !== null && !comesFromElsewhere(await headers()))
    await cancelAppointment({ clock, jobQueue }, actor, actor.appointmentId);
  redirect(`/a/${encodeURIComponent(reference)}/cancel`);
}
