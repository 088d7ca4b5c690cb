import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel, Need } from '#journey/appointment-wish.ts';
import type { AppointmentId, LocationId, SeatId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { canBeTold } from '#journey/text-messages.ts';
import { addMinutes, type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';
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

/** The seats in use, by team. @param seatId only this one */
export async function listSeats(
  scope: OrganisationScope,
  seatId: SeatId | null,
): Promise<readonly AbsentSeatChoice[]> {
  const rows = await scope.db.seat.findMany({
    where: { retiredAt: null, ...(seatId === null ? {} : { id: seatId }) },
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

/** An appointment that falls in the absence, with what decides about other times for it. */
export type AffectedRow = Interval & {
  readonly id: AppointmentId;
  readonly seatId: SeatId;
  readonly teamId: TeamId;
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly citizenName: string;
  readonly channel: Channel;
  readonly language: Language;
  /** Neither mail nor text messages: nobody can be told but by a person. */
  readonly isUnreachable: boolean;
  readonly needs: readonly Need[];
  readonly locationId: LocationId | null;
  readonly services: readonly { readonly slug: string; readonly name: LocalizedText }[];
};

const affectedFields = {
  id: true,
  seatId: true,
  teamId: true,
  startAt: true,
  endAt: true,
  occupiedFromAt: true,
  occupiedUntilAt: true,
  citizenName: true,
  channel: true,
  language: true,
  email: true,
  phone: true,
  needs: true,
  seat: { select: { locationId: true } },
  services: { orderBy: { position: 'asc' }, select: { service: { select: { slug: true, name: true } } } },
} as const;

/** The citizen's own page is connected, and it is their turn: who waits like that is moved by nobody. */
const waitsNow = (now: EpochMilliseconds) => ({
  startAt: { lte: toDate(now) },
  conversation: {
    state: 'waiting' as const,
    participants: {
      some: {
        role: 'citizen' as const,
        visit: { yieldedAt: null, presence: { node: { leaseExpiresAt: { gt: toDate(now) } } } },
      },
    },
  },
});

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

/**
 * The appointments at a seat that fall in a period and still have to take place: booked, nobody speaks yet, not over, and nobody who
 * waits right now. In order of start. @param only this one
 */
export async function readAffected(
  scope: OrganisationScope,
  { seatId, startAt, endAt }: Interval & { readonly seatId: SeatId },
  now: EpochMilliseconds,
  only?: AppointmentId,
): Promise<readonly AffectedRow[]> {
  const rows = await scope.db.appointment.findMany({
    where: {
      seatId,
      ...(only === undefined ? {} : { id: only }),
      state: 'booked',
      occupiedFromAt: { lt: toDate(endAt) },
      occupiedUntilAt: { gt: toDate(startAt) },
      endAt: { gt: toDate(now) },
      NOT: waitsNow(now),
      OR: [{ conversation: null }, { conversation: { state: 'waiting' } }],
    },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
    select: affectedFields,
  });
  return rows.map(({ email, phone, seat, services, ...row }) => ({
    ...row,
    id: row.id as AppointmentId,
    seatId: row.seatId as SeatId,
    teamId: row.teamId as TeamId,
    startAt: toEpoch(row.startAt),
    endAt: toEpoch(row.endAt),
    occupiedFromAt: toEpoch(row.occupiedFromAt),
    occupiedUntilAt: toEpoch(row.occupiedUntilAt),
    isUnreachable: !canBeTold({ email, phone }),
    locationId: seat.locationId as LocationId | null,
    services: services.map(({ service }) => ({ slug: service.slug, name: service.name as LocalizedText })),
  }));
}

/** Puts an appointment on another seat at the same time. Throws an exclusion violation when somebody has it. */
export async function writeSeat(scope: OrganisationScope, id: AppointmentId, seatId: SeatId): Promise<void> {
  await scope.db.appointment.updateMany({ where: { id }, data: { seatId } });
}

export async function readSeatName(scope: OrganisationScope, id: SeatId): Promise<string> {
  const seat = await scope.db.seat.findFirstOrThrow({ where: { id }, select: { name: true } });
  return seat.name;
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
