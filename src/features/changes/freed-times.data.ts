import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';

/** A time at a seat that came free. */
export type FreedTime = {
  readonly id: string;
  readonly teamId: TeamId;
  readonly startAt: EpochMilliseconds;
};

/**
 * Remembers that a time came free, so that whoever waits for an earlier one is asked. A past time is of no use to anybody, and who came
 * without appointment held none.
 */
export async function insertFreedTime(
  { db, organisationId }: OrganisationScope,
  {
    teamId,
    seatId,
    startAt,
  }: { readonly teamId: TeamId; readonly seatId: SeatId | null; readonly startAt: EpochMilliseconds },
  now: EpochMilliseconds,
): Promise<void> {
  if (seatId === null || startAt <= now) return;
  await db.freedTime.createMany({
    data: [{ organisationId, teamId, seatId, startAt: toDate(startAt), freedAt: toDate(now) }],
    skipDuplicates: true,
  });
}

/** The times that came free, the earliest first. */
export async function listFreedTimes({ db }: OrganisationScope): Promise<readonly FreedTime[]> {
  const rows = await db.freedTime.findMany({
    orderBy: { startAt: 'asc' },
    take: 200,
    select: { id: true, teamId: true, startAt: true },
  });
  return rows.map((row) => ({ ...row, teamId: row.teamId as TeamId, startAt: toEpoch(row.startAt) }));
}

/** Forgets a time: it passed, somebody has it, or there is nobody left to ask. */
export async function deleteFreedTime({ db }: OrganisationScope, id: string): Promise<void> {
  await db.freedTime.deleteMany({ where: { id } });
}
