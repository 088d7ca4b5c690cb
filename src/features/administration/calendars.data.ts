import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId } from '#journey/ids.ts';
import { type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';
import { type CalendarFailure, calendarFailures } from '#ports/calendar-source.ts';

/** An expert's own calendar. Its address is often a secret: it is never logged. */
export type StoredCalendar = {
  readonly id: string;
  readonly seatId: SeatId;
  readonly url: string;
  readonly entityTag: string | null;
  readonly lastReadAt: EpochMilliseconds | null;
  readonly failure: CalendarFailure | null;
};

type CalendarRow = {
  id: string;
  seatId: string;
  url: string;
  entityTag: string | null;
  lastReadAt: Date | null;
  failureCode: string | null;
};

function toCalendar({ id, seatId, url, entityTag, lastReadAt, failureCode }: CalendarRow): StoredCalendar {
  return {
    id,
    seatId: seatId as SeatId,
    url,
    entityTag,
    lastReadAt: lastReadAt && toEpoch(lastReadAt),
    failure: calendarFailures.find((code) => code === failureCode) ?? null,
  };
}

export async function findCalendar(
  { db }: OrganisationScope,
  seatId: SeatId,
): Promise<StoredCalendar | null> {
  const row = await db.busyCalendar.findFirst({ where: { seatId } });
  return row && toCalendar(row);
}

/** Takes the calendars that are due, so that no other process reads them too. @param nextAt when they are due again */
export async function claimDueCalendars(
  { db }: OrganisationScope,
  now: EpochMilliseconds,
  nextAt: EpochMilliseconds,
): Promise<readonly StoredCalendar[]> {
  const rows = await db.busyCalendar.findMany({ where: { nextReadAt: { lte: toDate(now) } }, take: 50 });
  const claimed = [];
  for (const row of rows) {
    const where = { id: row.id, nextReadAt: row.nextReadAt };
    const { count } = await db.busyCalendar.updateMany({ where, data: { nextReadAt: toDate(nextAt) } });
    if (count > 0) claimed.push(toCalendar(row));
  }
  return claimed;
}

export type CalendarReading = {
  readonly now: EpochMilliseconds;
  readonly entityTag: string | null;
  readonly busy: readonly Interval[];
};

/** Puts what was read in the place of what was known, in this one transaction. */
export async function keepReading(
  { db, organisationId }: OrganisationScope,
  { id, seatId }: Pick<StoredCalendar, 'id' | 'seatId'>,
  { now, entityTag, busy }: CalendarReading,
): Promise<void> {
  const { count } = await db.busyCalendar.updateMany({
    where: { id },
    data: { entityTag, lastReadAt: toDate(now), failureCode: null },
  });
  if (count === 0) return;
  await db.busyPeriod.deleteMany({ where: { calendarId: id } });
  await db.busyPeriod.createMany({
    data: busy.map(({ startAt, endAt }) => ({
      organisationId,
      calendarId: id,
      seatId,
      startAt: toDate(startAt),
      endAt: toDate(endAt),
    })),
  });
}

/** Nothing changed at the other side. */
export async function keepUnchanged(
  { db }: OrganisationScope,
  id: string,
  now: EpochMilliseconds,
): Promise<void> {
  await db.busyCalendar.updateMany({ where: { id }, data: { lastReadAt: toDate(now), failureCode: null } });
}

/** What was known stays: somebody who was busy is not free because a server is away. */
export async function keepFailure(
  { db }: OrganisationScope,
  id: string,
  failure: CalendarFailure,
): Promise<void> {
  await db.busyCalendar.updateMany({ where: { id }, data: { failureCode: failure } });
}

/** Ties a calendar to a seat, in place of the one before. Gives it. */
export async function writeCalendar(
  { db, organisationId }: OrganisationScope,
  seatId: SeatId,
  { url, nextReadAt }: { readonly url: string; readonly nextReadAt: EpochMilliseconds },
): Promise<Pick<StoredCalendar, 'id' | 'seatId'>> {
  await db.busyCalendar.deleteMany({ where: { seatId } });
  const data = { organisationId, seatId, url, nextReadAt: toDate(nextReadAt) };
  const { id } = await db.busyCalendar.create({ data, select: { id: true } });
  return { id, seatId };
}

export async function removeCalendar({ db }: OrganisationScope, seatId: SeatId): Promise<void> {
  await db.busyCalendar.deleteMany({ where: { seatId } });
}
