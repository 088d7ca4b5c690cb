import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { LocationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';
import type { NamedTeam } from './hours.data.ts';
import { writeStaffing } from './staffing.data.ts';
import type { StaffedDay } from './staffing.ts';

export type StoredSeat = {
  readonly id: SeatId;
  readonly teamId: TeamId;
  readonly name: string;
  readonly position: number;
  readonly channels: readonly Channel[];
  readonly languages: readonly Language[];
  readonly locationId: LocationId | null;
  /** None is all of its team's. */
  readonly serviceIds: readonly ServiceId[];
  /** Whether it has hours of its own; without them it is staffed whenever its team is open. */
  readonly hasOwnHours: boolean;
  readonly isRetired: boolean;
};

export type StoredTeam = NamedTeam & {
  /** How many appointments at once, per channel that has a limit. */
  readonly capacities: ReadonlyMap<Channel, number>;
};

export async function listTeamsWithCapacity({ db }: OrganisationScope): Promise<readonly StoredTeam[]> {
  const rows = await db.team.findMany({ orderBy: { slug: 'asc' }, include: { capacities: true } });
  return rows.map(({ id, slug, name, capacities }) => ({
    id: id as TeamId,
    slug,
    name: name as LocalizedText,
    capacities: new Map(capacities.map(({ channel, atOnce }) => [channel, atOnce])),
  }));
}

/** The seats of all teams or of one, in the order of their teams' numbering; those in use first. */
export async function listSeats({ db }: OrganisationScope, teamId?: TeamId): Promise<readonly StoredSeat[]> {
  const rows = await db.seat.findMany({
    where: { ...(teamId && { teamId }) },
    orderBy: [{ teamId: 'asc' }, { position: 'asc' }],
    include: {
      services: { select: { serviceId: true } },
      _count: { select: { staffing: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id as SeatId,
    teamId: row.teamId as TeamId,
    name: row.name,
    position: row.position,
    channels: row.channels,
    languages: row.languages,
    locationId: row.locationId as LocationId | null,
    serviceIds: row.services.map(({ serviceId }) => serviceId as ServiceId),
    hasOwnHours: row._count.staffing > 0,
    isRetired: row.retiredAt !== null,
  }));
}

export type SeatWords = Omit<StoredSeat, 'id' | 'hasOwnHours'> & {
  readonly id: SeatId | null;
  /** The week of a new seat. */
  readonly staffing: readonly StaffedDay[];
};

/** Writes a seat with its skills; a new one with its week. Gives its id, or null when it is gone. */
export async function writeSeat(
  scope: OrganisationScope,
  { id, teamId, serviceIds, staffing, isRetired, channels, languages, ...words }: SeatWords,
  now: EpochMilliseconds,
): Promise<SeatId | null> {
  const { db, organisationId } = scope;
  const data = { ...words, channels: [...channels], languages: [...languages] };
  let seatId = id;
  if (seatId === null) {
    const row = await db.seat.create({ data: { ...data, organisationId, teamId }, select: { id: true } });
    seatId = row.id as SeatId;
    const add = staffing.map((day) => ({ ...day, validFrom: null, validUntil: null }));
    await writeStaffing(scope, seatId, { remove: [], add });
  } else {
    const found = await db.seat.findFirst({ where: { id: seatId, teamId }, select: { retiredAt: true } });
    if (found === null) return null;
    const retiredAt = isRetired ? (found.retiredAt ?? toDate(now)) : null;
    await db.seat.updateMany({ where: { id: seatId }, data: { ...data, retiredAt } });
  }
  const ofSeat = { organisationId, seatId };
  await db.seatService.deleteMany({ where: { seatId } });
  await db.seatService.createMany({ data: serviceIds.map((serviceId) => ({ ...ofSeat, serviceId })) });
  return seatId;
}

/** Takes a seat out of the municipality: deletes it when nothing ever took place there, else retires it. Gives false when it was gone. */
export async function removeSeat(
  { db }: OrganisationScope,
  id: SeatId,
  now: EpochMilliseconds,
): Promise<boolean> {
  const seat = await db.seat.findFirst({
    where: { id },
    select: {
      retiredAt: true,
      _count: { select: { appointments: true, conversations: true, sessions: true, timeHolds: true } },
    },
  });
  if (seat === null) return false;
  const { appointments, conversations, sessions, timeHolds } = seat._count;
  if (appointments + conversations + sessions + timeHolds === 0) await db.seat.deleteMany({ where: { id } });
  else await db.seat.updateMany({ where: { id }, data: { retiredAt: seat.retiredAt ?? toDate(now) } });
  return true;
}

/** Whether these seats are all of the team. */
export async function areSeatsOf(
  { db }: OrganisationScope,
  teamId: TeamId,
  seatIds: readonly SeatId[],
): Promise<boolean> {
  const wanted = new Set(seatIds);
  return (await db.seat.count({ where: { teamId, id: { in: [...wanted] } } })) === wanted.size;
}

/** The next free number in a team. */
export async function nextPosition({ db }: OrganisationScope, teamId: TeamId): Promise<number> {
  const last = await db.seat.aggregate({ where: { teamId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

export type TeamWords = {
  readonly id: TeamId | null;
  readonly slug: string;
  readonly name: LocalizedText;
  readonly capacities: ReadonlyMap<Channel, number>;
};

/** Writes a team with its limits. Gives its id, or null when it is gone. */
export async function writeTeam(
  { db, organisationId }: OrganisationScope,
  { id, slug, name, capacities }: TeamWords,
): Promise<TeamId | null> {
  let teamId = id;
  if (teamId === null) {
    const row = await db.team.create({ data: { organisationId, slug, name }, select: { id: true } });
    teamId = row.id as TeamId;
  } else if ((await db.team.updateMany({ where: { id: teamId }, data: { name } })).count === 0) return null;
  await db.channelCapacity.deleteMany({ where: { teamId } });
  await db.channelCapacity.createMany({
    data: [...capacities].map(([channel, atOnce]) => ({ organisationId, teamId, channel, atOnce })),
  });
  return teamId;
}
