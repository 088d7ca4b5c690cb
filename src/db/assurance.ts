import { type AssuranceLevel, highestLevel } from '#journey/assurance-level.ts';
import type { AppointmentId, VisitId } from '#journey/ids.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** Of whom the level is asked: a companion's visit, or null for the citizen on the device that is theirs now. */
export type Addressee = { readonly appointmentId: AppointmentId; readonly companionVisitId: VisitId | null };

/**
 * How sure it is who somebody is. What was reached in a browser counts there only: a device that gave way to another one took its level along
 * with it.
 */
export async function readLevel(
  { db }: OrganisationScope,
  { appointmentId, companionVisitId }: Addressee,
): Promise<AssuranceLevel> {
  const rows = await db.identification.findMany({
    where: {
      request: { appointmentId, companionVisitId, state: 'fulfilled' },
      OR: [{ visitId: null }, { visit: { yieldedAt: null } }],
    },
    select: { level: true },
  });
  return highestLevel(rows.map(({ level }) => level));
}
