import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { AppointmentId, OfferId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';
import type { FreePlace } from './change-tools.ts';
import type { PersonInLine } from './line.ts';

/** Puts an appointment in line for an earlier time; who is in line keeps the place. @returns whether it is new */
export async function insertWish(
  { db, organisationId }: OrganisationScope,
  { appointmentId, teamId }: { readonly appointmentId: AppointmentId; readonly teamId: TeamId },
  now: EpochMilliseconds,
): Promise<boolean> {
  const { count } = await db.earlierTimeWish.createMany({
    data: [{ organisationId, appointmentId, teamId, createdAt: toDate(now) }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Takes an appointment out of the line, with its offers. @returns whether it was in it */
export async function deleteWish({ db }: OrganisationScope, appointmentId: AppointmentId): Promise<boolean> {
  const { count } = await db.earlierTimeWish.deleteMany({ where: { appointmentId } });
  return count > 0;
}

/** Forgets the wishes that time has settled: the appointment began. */
export async function deletePastWishes({ db }: OrganisationScope, now: EpochMilliseconds): Promise<void> {
  await db.earlierTimeWish.deleteMany({ where: { appointment: { startAt: { lte: toDate(now) } } } });
}

/** Everybody of a team who is in line, in no order. */
export async function readLine(
  { db }: OrganisationScope,
  teamId: TeamId,
  now: EpochMilliseconds,
): Promise<readonly PersonInLine[]> {
  const rows = await db.earlierTimeWish.findMany({
    where: { teamId, appointment: { state: 'booked', startAt: { gt: toDate(now) } } },
    select: {
      appointmentId: true,
      createdAt: true,
      appointment: { select: { startAt: true } },
      offers: { select: { startAt: true, state: true } },
    },
  });
  return rows.map((row) => ({
    appointmentId: row.appointmentId as AppointmentId,
    askedAt: toEpoch(row.createdAt),
    startAt: toEpoch(row.appointment.startAt),
    asked: row.offers.map(({ startAt }) => toEpoch(startAt)),
    isBeingAsked: row.offers.some(({ state }) => state === 'open'),
  }));
}

/** An offer that waits for its answer. */
export type OpenOffer = {
  readonly id: OfferId;
  readonly startAt: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
};

export async function findOpenOffer(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<OpenOffer | null> {
  const row = await db.earlierTimeOffer.findFirst({
    where: { appointmentId, state: 'open' },
    select: { id: true, startAt: true, expiresAt: true },
  });
  if (row === null) return null;
  return { id: row.id as OfferId, startAt: toEpoch(row.startAt), expiresAt: toEpoch(row.expiresAt) };
}

/** Whether a time of a team is kept for somebody who is asked about it. */
export async function isOffered(
  { db }: OrganisationScope,
  { teamId, startAt }: { readonly teamId: TeamId; readonly startAt: EpochMilliseconds },
): Promise<boolean> {
  const where = { state: 'open' as const, startAt: toDate(startAt), wish: { teamId } };
  return (await db.earlierTimeOffer.count({ where })) > 0;
}

export type NewOffer = {
  readonly id: OfferId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly channel: Channel;
  readonly startAt: EpochMilliseconds;
  readonly place: FreePlace;
  readonly createdAt: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
};

/**
 * Writes an offer, and keeps its time as long as it stands.
 * @throws an exclusion violation when somebody else holds the seat then, a unique violation when the time or the person has an offer
 */
export async function insertOffer(
  { db, organisationId }: OrganisationScope,
  { id, appointmentId, teamId, channel, startAt, place, createdAt, expiresAt }: NewOffer,
): Promise<void> {
  const { seatId, endAt, occupiedFromAt, occupiedUntilAt } = place;
  const from = { organisationId, seatId, createdAt: toDate(createdAt), expiresAt: toDate(expiresAt) };
  await db.timeHold.deleteMany({ where: { teamId, expiresAt: { lte: toDate(createdAt) } } });
  await db.timeHold.create({
    data: {
      ...from,
      teamId,
      channel,
      holderKey: id,
      occupiedFromAt: toDate(occupiedFromAt),
      occupiedUntilAt: toDate(occupiedUntilAt),
    },
    select: { id: true },
  });
  await db.earlierTimeOffer.create({
    data: { ...from, id, appointmentId, startAt: toDate(startAt), endAt: toDate(endAt) },
    select: { id: true },
  });
}

/** Settles the offer that an appointment has, when it has one, and lets go of its time. @returns whether it had one */
export async function settleOpenOffer(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  state: 'accepted' | 'declined' | 'expired',
  now: EpochMilliseconds,
): Promise<boolean> {
  const settled = await db.earlierTimeOffer.updateManyAndReturn({
    where: { appointmentId, state: 'open' },
    data: { state, settledAt: toDate(now) },
    select: { id: true },
  });
  await db.timeHold.deleteMany({ where: { holderKey: { in: settled.map(({ id }) => id) } } });
  return settled.length > 0;
}

/** The offers that nobody answered in time. */
export async function listExpiredOffers(
  { db }: OrganisationScope,
  now: EpochMilliseconds,
): Promise<readonly { readonly appointmentId: AppointmentId; readonly teamId: TeamId }[]> {
  const rows = await db.earlierTimeOffer.findMany({
    where: { state: 'open', expiresAt: { lte: toDate(now) } },
    select: { appointmentId: true, wish: { select: { teamId: true } } },
  });
  return rows.map(({ appointmentId, wish }) => ({
    appointmentId: appointmentId as AppointmentId,
    teamId: wish.teamId as TeamId,
  }));
}
