import type { RunningDay } from '#journey/expected-starts.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import { readStreamVersion } from './event-log.ts';
import { shareInLook } from './look.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** A team's day as it runs: who still has to come, who is being helped, and who receives people at its seats. */
export type TeamDay = Omit<RunningDay, 'coming'> & {
  readonly coming: readonly (RunningDay['coming'][number] & {
    readonly id: AppointmentId;
    /** Epoch milliseconds; null when none was told. */
    readonly toldStartAt: number | null;
    /** They asked for a text when it is nearly their turn, and got none yet. */
    readonly awaitsText: boolean;
  })[];
  /** Of who receives people now. */
  readonly clerkNames: readonly string[];
};

type Measured = RunningDay['running'][number]['measured'];
/** As the database gives it: what was measured stands there once per service. */
type DayRow = {
  readonly coming: readonly (Omit<TeamDay['coming'][number], 'measured'> & OfServices)[];
  readonly running: readonly (Omit<TeamDay['running'][number], 'measured'> & OfServices)[];
  readonly seatsInUse: readonly string[];
  readonly seatsPaused: readonly string[];
  readonly seatsClosed: readonly string[];
  readonly clerkNames: readonly string[];
  readonly measured: Readonly<Record<string, Measured>>;
};
type OfServices = { readonly serviceIds: readonly string[] | null };

/** Who comes later than this is not put off by what happens now. */
const aheadHours = 12;

/** Who left and was told by text that it is nearly their turn keeps it for so long. */
const comesBackMinutes = 10;

/** So long a day serves everybody who looks, while nothing happens in the team: pages come back all the time. */
const servesMilliseconds = 1_000;

type Read = { readonly version: number; readonly at: number; readonly day: TeamDay };
/** The last day that was read, of each team. */
const lastRead = new Map<string, Read>();

/** One query: every page in the waiting room asks it at every change. @param now epoch milliseconds */
export async function readRunningDay(
  scope: OrganisationScope,
  teamId: TeamId,
  now: number,
): Promise<TeamDay> {
  if (scope.look === undefined) return selectRunningDay(scope, teamId, now);
  // Of the same snapshot as the day: whatever changes it is an event of the team.
  const version = await readStreamVersion(scope, `team:${teamId}`);
  return shareInLook(scope, `runningDay/${teamId}`, async () => {
    const team = `${scope.organisationId}/${teamId}`;
    const read = lastRead.get(team);
    if (read?.version === version && Math.abs(now - read.at) < servesMilliseconds) return read.day;
    const day = await selectRunningDay(scope, teamId, now);
    lastRead.set(team, { version, at: now, day });
    return day;
  });
}

async function selectRunningDay(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  now: number,
): Promise<TeamDay> {
  const at = new Date(now);
  const openSince = new Date(now - waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS);
  const until = new Date(now + aheadHours * 60 * MINUTE_MILLISECONDS);
  const textedSince = new Date(now - comesBackMinutes * MINUTE_MILLISECONDS);
  const earliest = new Date(openSince.getTime() - 24 * 60 * MINUTE_MILLISECONDS);
  const [row] = await db.$queryRaw<DayRow[]>`
    with seated as (
      select s."seatId", m.name, u.reason is null as "isOpen", u.reason is not distinct from 'endOfDay' as "isClosed"
      from "StaffSession" s
      join "Seat" seat on seat."organisationId" = s."organisationId" and seat.id = s."seatId"
      join "StaffMember" m on m."organisationId" = s."organisationId" and m.id = s."staffMemberId"
      left join "Unavailability" u on u."organisationId" = s."organisationId" and u."seatId" = s."seatId"
        and u."staffMemberId" = s."staffMemberId" and u."endAt" is null
      where s."organisationId" = ${organisationId}::uuid and seat."teamId" = ${teamId}::uuid and s."expiresAt" > ${at})
    select
      (select coalesce(json_agg(json_build_object('id', a.id, 'seatId', a."seatId",
          'startAt', floor(extract(epoch from a."startAt") * 1000),
          'durationMinutes', extract(epoch from a."endAt" - a."startAt") / 60,
          'toldStartAt', floor(extract(epoch from a."toldStartAt") * 1000),
          'hasWaitingRoom', a.channel in ('video', 'chat'),
          'awaitsText', a."turnTextAskedAt" is not null and a."turnTextToldAt" is null,
          'again', case when c."sentBackAt" is not null then json_build_object(
            'at', floor(extract(epoch from c."sentBackAt") * 1000), 'isFirst', not c."sentBackBehind",
            'spokenMinutes', c."spokenSeconds" / 60.0) end,
          'serviceIds', (select json_agg(l."serviceId") from "AppointmentService" l
            where l."organisationId" = a."organisationId" and l."appointmentId" = a.id),
          'arrivedAt', coalesce((
            select floor(extract(epoch from min(pr."arrivedAt")) * 1000) from "Visit" v
            join "Presence" pr on pr."organisationId" = v."organisationId" and pr."visitId" = v.id
            join "Node" n on n.id = pr."nodeId" and n."leaseExpiresAt" > ${at}
            where c.state = 'waiting' and v."organisationId" = a."organisationId" and v."appointmentId" = a.id
              and v.role = 'citizen' and v."yieldedAt" is null),
            case when (a."turnTextToldAt" is null or a."turnTextToldAt" > ${textedSince})
              then floor(extract(epoch from a."turnTextAskedAt") * 1000) end))), '[]')
        from "Appointment" a
        left join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id
        where a."organisationId" = ${organisationId}::uuid and a."teamId" = ${teamId}::uuid and a.state = 'booked'
          and a."startAt" >= ${earliest} and a."startAt" < ${until}
          and (a."endAt" > ${openSince} or c."sentBackAt" > ${openSince})
          and (c.state is null or c.state = 'waiting')) as coming,
      (select coalesce(json_agg(json_build_object('seatId', c."seatId",
          'admittedAt', floor((extract(epoch from c."admittedAt") - c."spokenSeconds") * 1000),
          'durationMinutes', extract(epoch from a."endAt" - a."startAt") / 60,
          'serviceIds', (select json_agg(l."serviceId") from "AppointmentService" l
            where l."organisationId" = a."organisationId" and l."appointmentId" = a.id))), '[]')
        from "Conversation" c
        join "Appointment" a on a."organisationId" = c."organisationId" and a.id = c."appointmentId"
        where c."organisationId" = ${organisationId}::uuid and c."teamId" = ${teamId}::uuid and c.state = 'admitted') as running,
      (select coalesce(json_object_agg(id, "measuredPercents"), '{}') from "Service"
        where "organisationId" = ${organisationId}::uuid and "teamId" = ${teamId}::uuid and "measuredPercents" <> '{}') as measured,
      (select coalesce(json_agg(distinct "seatId") filter (where "isOpen"), '[]') from seated) as "seatsInUse",
      (select coalesce(json_agg(distinct "seatId") filter (where not "isOpen" and not "isClosed"), '[]') from seated) as "seatsPaused",
      (select coalesce(json_agg(distinct "seatId") filter (where "isClosed"), '[]') from seated) as "seatsClosed",
      (select coalesce(json_agg(distinct name) filter (where "isOpen"), '[]') from seated) as "clerkNames"`;
  if (row === undefined) throw new Error('A query without a table of its own gives one row.');
  const { measured, ...day } = row;
  const withMeasured = <Each extends OfServices>(each: Each) => ({
    ...each,
    measured: (each.serviceIds ?? []).flatMap((id) => measured[id] ?? []),
  });
  return { ...day, coming: day.coming.map(withMeasured), running: day.running.map(withMeasured) };
}
