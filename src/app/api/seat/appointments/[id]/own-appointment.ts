import { findDossier } from '#features/seat/find-dossier.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { currentLanguage, currentStaff } from '../../../../current-request.ts';

export type AppointmentParams = { params: Promise<{ id: string }> };

/** Who asks, and about which appointment of the team at whose seat they sit; null for every other one. */
export async function ownAppointment({
  params,
}: AppointmentParams): Promise<{ readonly actor: StaffActor; readonly id: AppointmentId } | null> {
  const id = parseId<AppointmentId>((await params).id);
  const actor = await currentStaff();
  if (actor === null || id === null || (await findDossier(actor, id, await currentLanguage())) === null)
    return null;
  return { actor, id };
}
