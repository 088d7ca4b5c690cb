import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';

/** A time that is kept free for a while. */
export type Hold = {
  readonly teamId: TeamId;
  readonly seatId: SeatId;
  readonly channel: Channel;
  readonly holderKey: string;
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly createdAt: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
};

/** What somebody holds, expired or not; null when nothing. */
export async function findHold({ db }: OrganisationScope, holderKey: string): Promise<Hold | null> {
  const row = await db.timeHold.findFirst({ where: { holderKey } });
  if (row === null) return null;
  return {
    teamId: row.teamId as TeamId,
    seatId: row.seatId as SeatId,
    channel: row.channel,
    holderKey,
    occupiedFromAt: toEpoch(row.occupiedFromAt),
    occupiedUntilAt: toEpoch(row.occupiedUntilAt),
    createdAt: toEpoch(row.createdAt),
    expiresAt: toEpoch(row.expiresAt),
  };
}

/** Which of these hold a time, expired or not. */
export async function findHolders(
  { db }: OrganisationScope,
  holderKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.timeHold.findMany({
    where: { holderKey: { in: [...holderKeys] } },
    select: { holderKey: true },
  });
  return new Set(rows.map(({ holderKey }) => holderKey));
}

/** Clears away what nobody holds any more in a team; they would stand in the way of the next. */
export async function deleteExpiredHolds(
  { db }: OrganisationScope,
  teamId: TeamId,
  now: EpochMilliseconds,
): Promise<void> {
  await db.timeHold.deleteMany({ where: { teamId, expiresAt: { lte: toDate(now) } } });
}

export async function deleteHold({ db }: OrganisationScope, holderKey: string): Promise<void> {
  await db.timeHold.deleteMany({ where: { holderKey } });
}

/** @throws an exclusion violation when the seat is held then, a unique violation when the holder holds something */
export async function insertHold({ db, organisationId }: OrganisationScope, hold: Hold): Promise<void> {
  await db.timeHold.create({
    data: {
      ...hold,
      organisationId,
      occupiedFromAt: toDate(hold.occupiedFromAt),
      occupiedUntilAt: toDate(hold.occupiedUntilAt),
      createdAt: toDate(hold.createdAt),
      expiresAt: toDate(hold.expiresAt),
    },
    select: { id: true },
  });
}

/** Gives a hold another end, unless that was done meanwhile. @returns whether it was done */
export async function updateHoldEnd(
  { db }: OrganisationScope,
  { holderKey, expiresAt }: Hold,
  until: EpochMilliseconds,
): Promise<boolean> {
  const { count } = await db.timeHold.updateMany({
    where: { holderKey, expiresAt: toDate(expiresAt) },
    data: { expiresAt: toDate(until) },
  });
  return count > 0;
}
