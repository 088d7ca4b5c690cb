import { z } from 'zod';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentWish, Channel } from '#journey/appointment-wish.ts';
import type { LocationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { LocalDate } from '#journey/local-time.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { mergeRules } from './booking-rules.ts';
import type { WeeklyOpening } from './opening-hours.ts';
import { readMoments } from './read-moments.ts';
import type { Schedule } from './schedule.ts';

const id = <Id>() => z.string().transform((value) => value as Id);
const intervals = z
  .object({ starts: z.string().nullable(), ends: z.string().nullable() })
  .nullable()
  .transform((lists): Interval[] => {
    const ends = readMoments(lists?.ends ?? '');
    return readMoments(lists?.starts ?? '').map((startAt, index) => ({
      startAt,
      endAt: ends[index] ?? startAt,
    }));
  });
// The database's own check: it writes them as YYYY-MM-DD.
const localDate = z.string().transform((value) => value as LocalDate);
const weekly = z.object({
  weekday: z.number().transform((value) => value as WeeklyOpening['weekday']),
  opensAtMinute: z.number(),
  closesAtMinute: z.number(),
  validFrom: localDate.nullable(),
  validUntil: localDate.nullable(),
  locationId: id<LocationId>().nullish(),
  seatIds: z.array(id<SeatId>()).nullish(),
});
const service = z.object({
  id: id<ServiceId>(),
  teamId: id<TeamId>(),
  channels: z.array(z.string().transform((value) => value as Channel)),
  durationMinutes: z.number(),
  bufferBeforeMinutes: z.number(),
  bufferAfterMinutes: z.number(),
  interpreterMinutes: z.number(),
  minimumNoticeMinutes: z.number(),
  horizonDays: z.number(),
  staffSharePercent: z.number(),
});
const seat = z.object({
  id: id<SeatId>(),
  locationId: id<LocationId>().nullable(),
  languages: z.array(z.string().transform((value) => value as Language)),
  staffing: z.array(weekly),
  busy: intervals,
});
const scheduleRow = z.object({
  services: z.array(service),
  weekly: z.array(weekly),
  closures: z.array(localDate),
  seats: z.array(seat),
  capacity: z.object({ atOnce: z.number(), busy: intervals }).nullable(),
});

/**
 * The schedule of what is wished, in one round trip; null when one of its services is not there.
 * What is read reaches further than any time that can be asked for: more does no harm, and whose date "today" is, is
 * decided by the pure rules. The plan, and why it is what it is: docs/scheduling.md.
 * @param now epoch milliseconds of the deciding clock
 */
export async function readSchedule(
  { db, organisationId }: OrganisationScope,
  wish: AppointmentWish,
  timeZone: string,
  now: EpochMilliseconds,
): Promise<Schedule | null> {
  const { audience, channel, locationId, replaces, holderKey } = wish;
  const slugs = [...new Set(wish.serviceSlugs)];
  const nowText = new Date(now).toISOString();
  const rows = await db.$queryRaw<unknown[]>`
    /* prepared: schedule */
    with asked as materialized (
      select json_agg(json_build_object('id', s.id, 'teamId', s."teamId", 'channels', s.channels, 'durationMinutes', s."durationMinutes",
          'bufferBeforeMinutes', s."bufferBeforeMinutes", 'bufferAfterMinutes', s."bufferAfterMinutes",
          'interpreterMinutes', s."interpreterMinutes", 'minimumNoticeMinutes', s."minimumNoticeMinutes",
          'horizonDays', s."horizonDays", 'staffSharePercent', s."staffSharePercent") order by w.position) as services,
        array_agg(s.id) as "serviceIds", (array_agg(s."teamId" order by w.position))[1] as "teamId",
        ${nowText}::timestamptz - make_interval(mins => max(s."bufferBeforeMinutes")) as "fromAt",
        ${nowText}::timestamptz + make_interval(days => min(s."horizonDays") + 3) as "untilAt"
      from unnest(${slugs}::text[]) with ordinality w(slug, position)
      join "Service" s on s."organisationId" = ${organisationId}::uuid and s.slug = w.slug and (s."isPublished" or ${audience} = 'staff')
      having count(*) = ${slugs.length}::int and count(*) > 0),
    seats as materialized (
      select seat.id, seat."locationId", seat.languages, seat.position, seat."retiredAt"
      from asked join "Seat" seat on seat."organisationId" = ${organisationId}::uuid and seat."teamId" = asked."teamId"
      where (seat."retiredAt" is null or seat."retiredAt" > ${nowText}::timestamptz)
        and ${channel}::"Channel" = any(seat.channels)
        and (${channel} <> 'counter' or ${locationId}::uuid is null or seat."locationId" = ${locationId}::uuid)
        and coalesce((select count(*) filter (where k."serviceId" = any(asked."serviceIds")) = cardinality(asked."serviceIds")
          from "SeatService" k where k."organisationId" = ${organisationId}::uuid and k."seatId" = seat.id having count(*) > 0), true))
    select asked.services,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensAtMinute', h."opensAtMinute", 'closesAtMinute', h."closesAtMinute",
          'validFrom', to_char(h."validFrom", 'YYYY-MM-DD'), 'validUntil', to_char(h."validUntil", 'YYYY-MM-DD'), 'locationId', h."locationId", 'seatIds', h."seatIds")), '[]')
        from "OpeningHours" h where h."organisationId" = ${organisationId}::uuid and h."teamId" = asked."teamId"
          and h.channel = ${channel}::"Channel") as weekly,
      (select coalesce(json_agg(to_char(closed.date, 'YYYY-MM-DD')), '[]') from (
          select date from "Closure" where "organisationId" = ${organisationId}::uuid and "teamId" = asked."teamId"
          union all select date from "Holiday" where "organisationId" = ${organisationId}::uuid) closed
        where closed.date between asked."fromAt"::date - 1 and asked."untilAt"::date) as closures,
      (select json_build_object('atOnce', c."atOnce", 'busy', (
            select json_build_object('starts', encode(string_agg(timestamptz_send(taken."fromAt"), ''), 'base64'), 'ends', encode(string_agg(timestamptz_send(taken."untilAt"), ''), 'base64'))
            from (
              select a."occupiedFromAt" as "fromAt", a."occupiedUntilAt" as "untilAt" from "Appointment" a
              where a."organisationId" = ${organisationId}::uuid and a."teamId" = asked."teamId" and a.channel = c.channel
                and a."startAt" > asked."fromAt" - interval '1 day' and a."startAt" < asked."untilAt" + interval '1 day'
                and a."occupiedUntilAt" > asked."fromAt" and a.state <> 'cancelled' and a.id is distinct from ${replaces}::uuid
              union all select t."occupiedFromAt", t."occupiedUntilAt" from "TimeHold" t
              where t."organisationId" = ${organisationId}::uuid and t."teamId" = asked."teamId" and t.channel = c.channel
                and t."expiresAt" > ${nowText}::timestamptz and t."holderKey" is distinct from ${holderKey}::uuid) taken))
        from "ChannelCapacity" c
        where c."organisationId" = ${organisationId}::uuid and c."teamId" = asked."teamId" and c.channel = ${channel}::"Channel") as capacity,
      (select coalesce(json_agg(json_build_object('id', seats.id, 'locationId', seats."locationId", 'languages', seats.languages,
          'staffing', (
            select coalesce(json_agg(json_build_object('weekday', w.weekday, 'opensAtMinute', w."startsAtMinute", 'closesAtMinute', w."endsAtMinute",
              'validFrom', to_char(w."validFrom", 'YYYY-MM-DD'), 'validUntil', to_char(w."validUntil", 'YYYY-MM-DD'))), '[]')
            from "SeatStaffing" w where w."organisationId" = ${organisationId}::uuid and w."seatId" = seats.id),
          'busy', (
            select json_build_object('starts', encode(string_agg(timestamptz_send(taken."fromAt"), ''), 'base64'),
              'ends', encode(string_agg(timestamptz_send(taken."untilAt"), ''), 'base64'))
            from (
              select a."occupiedFromAt" as "fromAt", a."occupiedUntilAt" as "untilAt" from "Appointment" a
              where a."organisationId" = ${organisationId}::uuid and a."seatId" = any(array[seats.id])
                and a."occupiedFromAt" > asked."fromAt" - interval '1 day' and a."occupiedFromAt" < asked."untilAt"
                and a."occupiedUntilAt" > asked."fromAt" and a.state <> 'cancelled' and a.id is distinct from ${replaces}::uuid
              union all select t."occupiedFromAt", t."occupiedUntilAt" from "TimeHold" t
              where t."organisationId" = ${organisationId}::uuid and t."seatId" = any(array[seats.id])
                and t."expiresAt" > ${nowText}::timestamptz and t."holderKey" is distinct from ${holderKey}::uuid
              union all select b."startAt", b."endAt" from "Absence" b
              where b."organisationId" = ${organisationId}::uuid and b."seatId" = seats.id
                and b."endAt" > asked."fromAt" and b."startAt" < asked."untilAt"
              union all select p."startAt", p."endAt" from "BusyPeriod" p
              where p."organisationId" = ${organisationId}::uuid and p."seatId" = seats.id
                and p."endAt" > asked."fromAt" and p."startAt" < asked."untilAt"
              union all select seats."retiredAt", asked."untilAt" + interval '1 year' where seats."retiredAt" is not null) taken)
          ) order by seats.position), '[]') from seats) as seats
    from asked`;
  return rows[0] === undefined ? null : toSchedule(scheduleRow.parse(rows[0]), wish, timeZone);
}

function toSchedule(row: z.output<typeof scheduleRow>, wish: AppointmentWish, timeZone: string): Schedule {
  const { services, weekly, closures, seats, capacity } = row;
  const [first] = services;
  if (first === undefined) throw new Error('A schedule without a service');
  return {
    serviceIds: services.map((each) => each.id),
    teamId: first.teamId,
    apart: services.some(({ teamId }) => teamId !== first.teamId),
    offersChannel:
      wish.audience === 'staff' || services.every(({ channels }) => channels.includes(wish.channel)),
    rules: mergeRules(services, wish),
    hours: { zone: timeZone, weekly, closures },
    seats,
    capacity,
    wish,
  };
}
