import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel, Need } from '#journey/appointment-wish.ts';
import type { AppointmentId, LocationId, SeatId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { canBeTold } from '#journey/text-messages.ts';
import { type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';

/** An appointment that loses its place, with what decides about other places for it. */
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
  /** Every service is held on its channel, as of now. */
  readonly isOnOfferedChannel: boolean;
  /** It is by video or at the counter now, the number is known, and every service can be had by telephone. */
  readonly canBeCalled: boolean;
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
  services: {
    orderBy: { position: 'asc' },
    select: { service: { select: { slug: true, name: true, channels: true } } },
  },
} as const;

/** The citizen's own page is connected, and it is their turn: who waits like that is moved by nobody. */
export const waitsNow = (now: EpochMilliseconds) => ({
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

/** Which appointments: those at a seat in a stretch of time, or these. */
export type Affected = (Interval & { readonly seatId: SeatId }) | { readonly ids: readonly AppointmentId[] };

/**
 * Appointments that lose their place and still have to take place: booked, nobody speaks yet, not over, and nobody who waits right
 * now. In order of start. @param only this one
 */
export async function readAffected(
  scope: OrganisationScope,
  affected: Affected,
  now: EpochMilliseconds,
  only?: AppointmentId,
): Promise<readonly AffectedRow[]> {
  const rows = await scope.db.appointment.findMany({
    where: {
      AND: [whereOf(affected), only === undefined ? {} : { id: only }],
      state: 'booked',
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
    isOnOfferedChannel: services.every(({ service }) => service.channels.includes(row.channel)),
    canBeCalled:
      row.channel !== 'phone' &&
      phone !== null &&
      services.every(({ service }) => service.channels.includes('phone')),
    locationId: (seat?.locationId ?? null) as LocationId | null,
    services: services.map(({ service }) => ({ slug: service.slug, name: service.name as LocalizedText })),
  }));
}

function whereOf(affected: Affected) {
  if ('ids' in affected) return { id: { in: [...affected.ids] } };
  return {
    seatId: affected.seatId,
    occupiedFromAt: { lt: toDate(affected.endAt) },
    occupiedUntilAt: { gt: toDate(affected.startAt) },
  };
}

/** Puts an appointment on another seat at the same time. Throws an exclusion violation when somebody has it. */
export async function writeSeat(scope: OrganisationScope, id: AppointmentId, seatId: SeatId): Promise<void> {
  await scope.db.appointment.updateMany({ where: { id }, data: { seatId } });
}

export async function readSeatName(scope: OrganisationScope, id: SeatId): Promise<string> {
  const seat = await scope.db.seat.findFirstOrThrow({ where: { id }, select: { name: true } });
  return seat.name;
}
