import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';

/** How somebody is reached who booked since then; null for every other appointment. */
export async function readContactSince(
  { db }: OrganisationScope,
  id: AppointmentId,
  since: Date,
): Promise<{ readonly email: string | null; readonly phone: string | null } | null> {
  return db.appointment.findFirst({
    where: { id, createdAt: { gte: since } },
    select: { email: true, phone: true },
  });
}
