import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, SeatId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { addMinutes, type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';
import { waitsNow } from './affected.data.ts';
import { noticeMinutes } from './instead-times.ts';

export const absenceReasons = ['illness', 'leave', 'training', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** A seat where somebody may be absent. */
export type AbsentSeatChoice = {
  readonly id: SeatId;
  readonly name: string;
  readonly teamId: TeamId;
  readonly teamName: LocalizedText;
};

/** The seats in use, by team. Only those of these teams, or only this one. */
export async function listSeats(
  scope: OrganisationScope,
  { seatId, teamIds }: { readonly seatId?: SeatId; readonly teamIds?: readonly TeamId[] },
): Promise<readonly AbsentSeatChoice[]> {
  const rows = await scope.db.seat.findMany({
    where: {
      retiredAt: null,
      ...(seatId !== undefined && { id: seatId }),
      ...(teamIds !== undefined && { teamId: { in: [...teamIds] } }),
    },
    orderBy: [{ team: { slug: 'asc' } }, { position: 'asc' }],
    select: { id: true, name: true, teamId: true, team: { select: { name: true } } },
  });
  return rows.map(({ id, name, teamId, team }) => ({
    id: id as SeatId,
    name,
    teamId: teamId as TeamId,
    teamName: team.name as LocalizedText,
  }));
}

/** Somebody in the waiting room whose turn it is or was. */
export type WaitingRow = {
  readonly id: AppointmentId;
  readonly citizenName: string;
  readonly startAt: EpochMilliseconds;
};

/** Who waits right now for a seat where soon nobody will be, also when their time is over. In order of start. */
export async function readWaiting(
  scope: OrganisationScope,
  { seatId, startAt, endAt }: Interval & { readonly seatId: SeatId },
  now: EpochMilliseconds,
): Promise<readonly WaitingRow[]> {
  // An absence of later leaves time to help them first.
  const isSoon = startAt <= addMinutes(now, noticeMinutes);
  if (endAt <= now) return [];
  const rows = await scope.db.appointment.findMany({
    where: {
      seatId,
      state: 'booked',
      ...(isSoon ? {} : { occupiedUntilAt: { gt: toDate(startAt) } }),
      ...waitsNow(now),
    },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
    select: { id: true, citizenName: true, startAt: true },
  });
  return rows.map((row) => ({ ...row, id: row.id as AppointmentId, startAt: toEpoch(row.startAt) }));
}

type NewAbsence = Interval & { readonly seatId: SeatId; readonly reason: AbsenceReason };

/** Writes the absence down, once: the same form sent again finds it. @returns whether it is new */
export async function insertAbsence(
  { db, organisationId }: OrganisationScope,
  { seatId, reason, startAt, endAt }: NewAbsence,
  now: EpochMilliseconds,
): Promise<boolean> {
  const period = { seatId, startAt: toDate(startAt), endAt: toDate(endAt) };
  if ((await db.absence.findFirst({ where: period, select: { id: true } })) !== null) return false;
  await db.absence.create({
    data: { organisationId, ...period, reason, createdAt: toDate(now) },
    select: { id: true },
  });
  return true;
}
