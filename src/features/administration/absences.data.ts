import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';

export const absenceReasons = ['illness', 'leave', 'training', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export type StoredAbsence = Interval & {
  readonly id: string;
  readonly seatId: SeatId;
  readonly seatName: string;
  readonly teamId: TeamId;
  readonly reason: AbsenceReason;
};

/** The absences that are not over, soonest first. */
export async function listAbsences(
  { db }: OrganisationScope,
  now: EpochMilliseconds,
): Promise<readonly StoredAbsence[]> {
  const rows = await db.absence.findMany({
    where: { endAt: { gt: toDate(now) } },
    orderBy: { startAt: 'asc' },
    include: { seat: { select: { name: true, teamId: true } } },
  });
  return rows.map(({ id, seatId, reason, startAt, endAt, seat }) => ({
    id,
    seatId: seatId as SeatId,
    seatName: seat.name,
    teamId: seat.teamId as TeamId,
    reason,
    startAt: toEpoch(startAt),
    endAt: toEpoch(endAt),
  }));
}

export async function addAbsence(
  { db, organisationId }: OrganisationScope,
  { seatId, reason, startAt, endAt }: Interval & { readonly seatId: SeatId; readonly reason: AbsenceReason },
  now: EpochMilliseconds,
): Promise<void> {
  await db.absence.create({
    data: {
      organisationId,
      seatId,
      reason,
      startAt: toDate(startAt),
      endAt: toDate(endAt),
      createdAt: toDate(now),
    },
  });
}

/** Where and when nobody would be. */
export type AbsentStretch = Interval & { readonly seatId: SeatId; readonly teamId: TeamId };

export async function findAbsence(
  { db }: OrganisationScope,
  absenceId: string,
): Promise<AbsentStretch | null> {
  const row = await db.absence.findFirst({
    where: { id: absenceId },
    select: { seatId: true, startAt: true, endAt: true, seat: { select: { teamId: true } } },
  });
  if (row === null) return null;
  return {
    seatId: row.seatId as SeatId,
    teamId: row.seat.teamId as TeamId,
    startAt: toEpoch(row.startAt),
    endAt: toEpoch(row.endAt),
  };
}

/** Gives false when it was gone already. */
export async function removeAbsence({ db }: OrganisationScope, id: string): Promise<boolean> {
  return (await db.absence.deleteMany({ where: { id } })).count > 0;
}

/** The team of a seat; null when there is no such seat. */
export async function findTeamOfSeat({ db }: OrganisationScope, seatId: SeatId): Promise<TeamId | null> {
  const seat = await db.seat.findFirst({ where: { id: seatId }, select: { teamId: true } });
  return seat && (seat.teamId as TeamId);
}
