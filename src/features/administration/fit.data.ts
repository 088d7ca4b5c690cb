import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  AppointmentReference,
  LocationId,
  SeatId,
  ServiceId,
  TeamId,
} from '#journey/ids.ts';
import { type EpochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';
import { toLocalDate } from './dates.ts';
import type { BookedAppointment, FitRules, FitSeat, WeeklyStretch } from './fit.ts';

type Coming = {
  readonly now: EpochMilliseconds;
  /** Null is all teams. */
  readonly teamIds: readonly TeamId[] | null;
  /** Only those that touch one of these stretches of time. */
  readonly dates?: readonly Interval[] | undefined;
  /** Only these. */
  readonly ids?: readonly AppointmentId[];
  /** Only those that come after this one in the list. */
  readonly after?: Pick<BookedAppointment, 'startAt' | 'reference'> | null;
  /** How many at most; left out, it is all. */
  readonly most?: number;
};

/** The appointments that still come, of all teams or of some, soonest first. */
export async function listComingAppointments(
  { db }: OrganisationScope,
  { now, teamIds, dates, ids, after, most }: Coming,
): Promise<readonly BookedAppointment[]> {
  const rows = await db.appointment.findMany({
    where: {
      state: 'booked',
      // Who came without appointment holds no time that could be lost.
      kind: 'booked',
      startAt: { gte: toDate(now) },
      ...(dates && {
        OR: dates.map(({ startAt, endAt }) => ({
          startAt: { lt: toDate(endAt) },
          endAt: { gt: toDate(startAt) },
        })),
      }),
      ...(teamIds && { teamId: { in: [...teamIds] } }),
      ...(ids && { id: { in: [...ids] } }),
      ...(after && { AND: [isAfter(after)] }),
    },
    ...(most !== undefined && { take: most }),
    orderBy: [{ startAt: 'asc' }, { reference: 'asc' }],
    select: {
      id: true,
      reference: true,
      citizenName: true,
      teamId: true,
      seatId: true,
      channel: true,
      startAt: true,
      endAt: true,
      services: { select: { serviceId: true } },
    },
  });
  return rows.map(({ id, reference, teamId, seatId, startAt, endAt, services, ...rest }) => ({
    ...rest,
    id: id as AppointmentId,
    reference: reference as AppointmentReference,
    teamId: teamId as TeamId,
    seatId: seatId as SeatId,
    startAt: toEpoch(startAt),
    endAt: toEpoch(endAt),
    serviceIds: services.map(({ serviceId }) => serviceId as ServiceId),
  }));
}

function isAfter({ startAt, reference }: NonNullable<Coming['after']>) {
  const at = toDate(startAt);
  return { OR: [{ startAt: { gt: at } }, { startAt: at, reference: { gt: reference } }] };
}

/** The rules that decide about these appointments, as the transaction sees them. */
export async function readFitRules(
  { db }: OrganisationScope,
  { timeZone, booked }: { readonly timeZone: string; readonly booked: readonly BookedAppointment[] },
): Promise<FitRules> {
  const teamIds = unique(booked.map(({ teamId }) => teamId));
  const seatIds = unique(booked.map(({ seatId }) => seatId));
  const serviceIds = unique(booked.flatMap(({ serviceIds }) => serviceIds));
  const hours = await db.openingHours.findMany({ where: { teamId: { in: teamIds } } });
  const holidays = await db.holiday.findMany({ select: { date: true } });
  const closures = await db.closure.findMany({
    where: { teamId: { in: teamIds } },
    select: { teamId: true, date: true },
  });
  const seats = await db.seat.findMany({ where: { id: { in: seatIds } }, select: seatFields });
  const services = await db.service.findMany({
    where: { id: { in: serviceIds } },
    select: { id: true, teamId: true, channels: true },
  });
  return {
    timeZone,
    hours: hours.map((row) => ({
      ...toStretch({ ...row, startsAtMinute: row.opensAtMinute, endsAtMinute: row.closesAtMinute }),
      teamId: row.teamId as TeamId,
      channel: row.channel,
      locationId: row.locationId as LocationId | null,
      seatIds: row.seatIds as SeatId[],
    })),
    holidays: new Set(holidays.map(({ date }) => toLocalDate(date))),
    closures: new Map(
      teamIds.map((id) => [
        id,
        new Set(closures.filter(({ teamId }) => teamId === id).map(({ date }) => toLocalDate(date))),
      ]),
    ),
    seats: new Map(seats.map((row) => [row.id as SeatId, toSeat(row)])),
    services: new Map(
      services.map(({ id, teamId, channels }) => [id as ServiceId, { teamId: teamId as TeamId, channels }]),
    ),
  };
}

const seatFields = {
  id: true,
  locationId: true,
  channels: true,
  retiredAt: true,
  services: { select: { serviceId: true } },
  staffing: true,
  absences: { select: { startAt: true, endAt: true } },
} as const;

type SeatRow = {
  id: string;
  locationId: string | null;
  channels: FitSeat['channels'];
  retiredAt: Date | null;
  services: { serviceId: string }[];
  staffing: StretchRow[];
  absences: { startAt: Date; endAt: Date }[];
};

function toSeat(row: SeatRow): FitSeat {
  return {
    id: row.id as SeatId,
    locationId: row.locationId as LocationId | null,
    channels: row.channels,
    isRetired: row.retiredAt !== null,
    serviceIds: row.services.map(({ serviceId }) => serviceId as ServiceId),
    staffing: row.staffing.map(toStretch),
    absences: row.absences.map(({ startAt, endAt }) => ({
      startAt: toEpoch(startAt),
      endAt: toEpoch(endAt),
    })),
  };
}

type StretchRow = {
  weekday: number;
  startsAtMinute: number;
  endsAtMinute: number;
  validFrom: Date | null;
  validUntil: Date | null;
};

function toStretch({
  weekday,
  startsAtMinute,
  endsAtMinute,
  validFrom,
  validUntil,
}: StretchRow): WeeklyStretch {
  return {
    weekday,
    fromMinute: startsAtMinute,
    untilMinute: endsAtMinute,
    validFrom: validFrom && toLocalDate(validFrom),
    validUntil: validUntil && toLocalDate(validUntil),
  };
}

function unique<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}
