import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Callable } from './match-caller.ts';

export type Candidate = Callable & { readonly id: AppointmentId; readonly startAt: Date };

const mostCandidates = 20_000;

/**
 * The team's appointments that somebody may phone about: those to come, those of the last day, and that of whatever day whose whole
 * reference was typed. @param now epoch milliseconds
 */
export async function readCandidates(
  { db }: OrganisationScope,
  teamId: TeamId,
  { now, typed }: { readonly now: number; readonly typed: string },
): Promise<readonly Candidate[]> {
  const rows = await db.appointment.findMany({
    where: {
      teamId,
      OR: [{ startAt: { gte: new Date(now - DAY_MILLISECONDS) } }, { reference: typed.trim().toUpperCase() }],
    },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
    take: mostCandidates,
    select: {
      id: true,
      startAt: true,
      citizenName: true,
      reference: true,
      phone: true,
      phraseWords: true,
    },
  });
  return rows.map((row) => ({ ...row, id: row.id as AppointmentId }));
}
