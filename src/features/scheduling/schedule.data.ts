import { z } from 'zod';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { type LocalDate, parseLocalDate } from '#journey/local-time.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import type { BookingRules } from './bookable-times.ts';
import { chooseStepMinutes } from './choose-step.ts';
import type { SeatOccupation } from './free-times.ts';
import type { OpeningHours, WeeklyOpening } from './opening-hours.ts';

/** All that decides about the free times of one service, from now to the end of its horizon. */
export type Schedule = {
  readonly serviceId: ServiceId;
  readonly teamId: TeamId;
  readonly offersVideo: boolean;
  readonly rules: BookingRules;
  readonly hours: OpeningHours;
  /** In the order in which the team numbers them. */
  readonly seats: readonly SeatOccupation[];
};

const moment = z.number().transform((value) => value as EpochMilliseconds);
const interval = z.tuple([moment, moment]).transform(([startAt, endAt]): Interval => ({ startAt, endAt }));
const weekly = z.object({
  weekday: z.number().transform((value) => value as WeeklyOpening['weekday']),
  opensAtMinute: z.number(),
  closesAtMinute: z.number(),
});
const closure = z.string().transform((value) => parseLocalDate(value) as LocalDate);
const seat = z.object({
  id: z.string().transform((value) => value as SeatId),
  busy: z.array(interval),
});
const scheduleRow = z.object({
  serviceId: z.string().transform((value) => value as ServiceId),
  teamId: z.string().transform((value) => value as TeamId),
  offersVideo: z.boolean(),
  durationMinutes: z.number(),
  bufferAfterMinutes: z.number(),
  minimumNoticeMinutes: z.number(),
  horizonDays: z.number(),
  weekly: z.array(weekly),
  closures: z.array(closure),
  seats: z.array(seat),
});

/**
 * The schedule of a service in one round trip, or null when there is no such service.
 * What is read reaches a day further than any time that can be asked for: more does no harm, and whose date "today" is, is
 * decided by the pure rules.
 * @param now epoch milliseconds of the deciding clock
 */
export async function readSchedule(
  scope: OrganisationScope,
  serviceSlug: string,
  timeZone: string,
  now: EpochMilliseconds,
): Promise<Schedule | null> {
  const nowText = new Date(now).toISOString();
  const rows = await scope.db.$queryRaw<unknown[]>`
    select s.id as "serviceId", s."teamId", 'video' = any(s.channels) as "offersVideo", s."durationMinutes", s."bufferAfterMinutes",
      s."minimumNoticeMinutes", s."horizonDays",
      (select coalesce(json_agg(json_build_object('weekday', weekday, 'opensAtMinute', "opensAtMinute", 'closesAtMinute', "closesAtMinute")), '[]')
        from "OpeningHours" where "organisationId" = s."organisationId" and "teamId" = s."teamId") as weekly,
      (select coalesce(json_agg(to_char(date, 'YYYY-MM-DD')), '[]')
        from "Closure" where "organisationId" = s."organisationId" and "teamId" = s."teamId"
          and date between lower(period.span)::date - 1 and upper(period.span)::date) as closures,
      (select coalesce(json_agg(json_build_object('id', seat.id, 'busy', occupied.busy) order by seat.position), '[]')
        from "Seat" seat cross join lateral (
          select coalesce(json_agg(json_build_array(
              (extract(epoch from a."startAt") * 1000)::bigint, (extract(epoch from a."occupiedUntilAt") * 1000)::bigint
            ) order by a."startAt"), '[]') as busy
          from "Appointment" a
          where a."organisationId" = seat."organisationId" and a."seatId" = seat.id and a.state <> 'cancelled'
            and tstzrange(a."startAt", a."occupiedUntilAt", '[)') && period.span) occupied
        where seat."organisationId" = s."organisationId" and seat."teamId" = s."teamId") as seats
    from "Service" s cross join lateral (
      select tstzrange(${nowText}::timestamptz, ${nowText}::timestamptz + make_interval(days => s."horizonDays" + 3)) as span) period
    where s."organisationId" = ${scope.organisationId}::uuid and s.slug = ${serviceSlug}`;
  return rows[0] === undefined ? null : toSchedule(scheduleRow.parse(rows[0]), timeZone);
}

function toSchedule(row: z.output<typeof scheduleRow>, timeZone: string): Schedule {
  const { durationMinutes, bufferAfterMinutes, minimumNoticeMinutes, horizonDays } = row;
  const stepMinutes = chooseStepMinutes(durationMinutes + bufferAfterMinutes);
  return {
    serviceId: row.serviceId,
    teamId: row.teamId,
    offersVideo: row.offersVideo,
    rules: { durationMinutes, bufferAfterMinutes, minimumNoticeMinutes, horizonDays, stepMinutes },
    hours: { zone: timeZone, weekly: row.weekly, closures: row.closures },
    seats: row.seats,
  };
}
