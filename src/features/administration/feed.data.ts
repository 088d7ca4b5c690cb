import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { SeatId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';

type Hash = Uint8Array<ArrayBuffer>;

/** When the address of a seat's calendar was made; null when it has none. */
export async function findFeed({ db }: OrganisationScope, seatId: SeatId): Promise<EpochMilliseconds | null> {
  const row = await db.seatFeed.findFirst({ where: { seatId }, select: { createdAt: true } });
  return row && toEpoch(row.createdAt);
}

/** Gives a seat's calendar a new address: the one before is worth nothing from here on. */
export async function writeFeed(
  { db, organisationId }: OrganisationScope,
  seatId: SeatId,
  { tokenHash, now }: { readonly tokenHash: Hash; readonly now: EpochMilliseconds },
): Promise<void> {
  await db.seatFeed.deleteMany({ where: { seatId } });
  await db.seatFeed.create({ data: { organisationId, seatId, tokenHash, createdAt: toDate(now) } });
}

export async function removeFeed({ db }: OrganisationScope, seatId: SeatId): Promise<void> {
  await db.seatFeed.deleteMany({ where: { seatId } });
}

/** The seat whose calendar has this address. */
export async function findSeatOfFeed({ db }: OrganisationScope, tokenHash: Hash) {
  const row = await db.seatFeed.findFirst({
    where: { tokenHash },
    select: { seat: { select: { id: true, name: true, location: { select: { name: true } } } } },
  });
  if (row === null) return null;
  const { id, name, location } = row.seat;
  return { id: id as SeatId, name, location: location && (location.name as LocalizedText) };
}

export type DiaryEntry = {
  readonly id: string;
  readonly reference: string;
  readonly channel: Channel;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly calendarSequence: number;
  readonly services: readonly LocalizedText[];
};

/** A seat's appointments from a moment on, without those that were cancelled. */
export async function listDiary(
  { db }: OrganisationScope,
  seatId: SeatId,
  from: EpochMilliseconds,
): Promise<readonly DiaryEntry[]> {
  const rows = await db.appointment.findMany({
    where: { seatId, startAt: { gte: toDate(from) }, state: { not: 'cancelled' } },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      reference: true,
      channel: true,
      startAt: true,
      endAt: true,
      calendarSequence: true,
      services: { orderBy: { position: 'asc' }, select: { service: { select: { name: true } } } },
    },
  });
  return rows.map(({ startAt, endAt, services, ...row }) => ({
    ...row,
    startAt: toEpoch(startAt),
    endAt: toEpoch(endAt),
    services: services.map(({ service }) => service.name as LocalizedText),
  }));
}
