import { type AssuranceLevel, highestLevel } from '#journey/assurance-level.ts';
import type { Addressee } from '#journey/requests.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * Which identifications count: what was reached in a browser counts there only, and a device that gave way to another one took its level along
 * with it. What a clerk looked at is of no browser. What a clerk found to be somebody else's counts for nobody.
 */
export function countingFor({ appointmentId, companionVisitId }: Addressee) {
  return {
    request: { appointmentId, companionVisitId, state: 'fulfilled' as const },
    AND: [
      { OR: [{ visitId: null }, { visit: { yieldedAt: null } }] },
      { OR: [{ isSamePerson: null }, { isSamePerson: true }] },
    ],
  };
}

/** How sure it is who somebody is. */
export async function readLevel({ db }: OrganisationScope, addressee: Addressee): Promise<AssuranceLevel> {
  const where = countingFor(addressee);
  const rows = await db.identification.findMany({ where, select: { level: true } });
  return highestLevel(rows.map(({ level }) => level));
}
