import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { Interval } from '#journey/time.ts';
import type { SeatNow } from '#journey/today-view.ts';

export async function listTeams({
  db,
}: OrganisationScope): Promise<readonly { readonly id: TeamId; readonly name: LocalizedText }[]> {
  const teams = await db.team.findMany({ orderBy: { slug: 'asc' }, select: { id: true, name: true } });
  return teams.map(({ id, name }) => ({ id: id as TeamId, name: name as LocalizedText }));
}

export type TeamSeat = { readonly id: SeatId; readonly name: string; readonly teamId: TeamId } & SeatNow;

type SeatRow = {
  readonly id: SeatId;
  readonly name: string;
  readonly teamId: TeamId;
  readonly isStaffed: boolean;
  readonly speaksSince: number | null;
  readonly isClosed: boolean | null;
  readonly since: number | null;
};

/** What each seat is doing. Who sits there is not asked. */
export async function listSeatsNow(
  { db, organisationId }: OrganisationScope,
  now: number,
): Promise<readonly TeamSeat[]> {
  const rows = await db.$queryRaw<SeatRow[]>`
    select s.id, s.name, s."teamId", n.id is not null as "isStaffed",
      (select floor(extract(epoch from min(c."admittedAt")) * 1000)::float8 from "Conversation" c
        where c."organisationId" = s."organisationId" and c."clerkId" = n."staffMemberId" and c.state = 'admitted'
          and c."appointmentId" is not null) as "speaksSince",
      u.reason = 'endOfDay' as "isClosed", floor(extract(epoch from u."startAt") * 1000)::float8 as since
    from "Seat" s
    left join "StaffSession" n on n."organisationId" = s."organisationId" and n."seatId" = s.id and n."expiresAt" > ${new Date(now)}
    left join "Unavailability" u on u."organisationId" = s."organisationId" and u."seatId" = s.id
      and u."staffMemberId" = n."staffMemberId" and u."endAt" is null
    where s."organisationId" = ${organisationId}::uuid and (s."retiredAt" is null or n.id is not null)
    order by s.position, s.id`;
  return rows.map(({ id, name, teamId, ...row }) => ({ id, name, teamId, ...stateOf(row) }));
}

function stateOf({
  isStaffed,
  speaksSince,
  isClosed,
  since,
}: Omit<SeatRow, 'id' | 'name' | 'teamId'>): SeatNow {
  if (!isStaffed) return { state: 'unstaffed' };
  if (speaksSince !== null) return { state: 'speaking', since: speaksSince };
  if (since === null) return { state: 'open' };
  return { state: isClosed === true ? 'closed' : 'paused', since };
}

export type TeamTroubles = {
  readonly teamId: TeamId;
  readonly walkIns: number;
  readonly callbacksDue: number;
  readonly toCall: number;
  readonly failingMessages: number;
  readonly failedTests: number;
  readonly overdueQuestions: number;
};

/** What goes wrong today, per team, in numbers. @param day the local day */
export async function countTroubles(
  { db, organisationId }: OrganisationScope,
  day: Interval,
  now: number,
): Promise<readonly TeamTroubles[]> {
  const at = new Date(now);
  const [from, until] = [new Date(day.startAt), new Date(day.endAt)];
  return db.$queryRaw<TeamTroubles[]>`
    select t.id as "teamId",
      (select count(*)::int from "Appointment" a
        join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id and c.state = 'waiting'
        where a."organisationId" = t."organisationId" and a."teamId" = t.id and a.kind = 'walkIn' and a.channel <> 'phone' and a.state = 'booked'
          and exists (select from "Visit" v
            join "Presence" p on p."organisationId" = v."organisationId" and p."visitId" = v.id
            join "Node" n on n.id = p."nodeId" and n."leaseExpiresAt" > ${at}
            where v."organisationId" = a."organisationId" and v."appointmentId" = a.id and v.role = 'citizen'
              and v."yieldedAt" is null)) as "walkIns",
      (select count(*)::int from "CallbackRequest" b where b."organisationId" = t."organisationId" and b."teamId" = t.id
        and b."settledAt" is null and b."fromAt" <= ${at} and coalesce(b."restsUntilAt" <= ${at}, true)) as "callbacksDue",
      (select count(*)::int from "CallTask" k where k."organisationId" = t."organisationId" and k."teamId" = t.id
        and k."settledAt" is null) as "toCall",
      (select count(*)::int from "Message" g
        join "Appointment" a on a."organisationId" = g."organisationId" and a.id = g."appointmentId"
        where g."organisationId" = t."organisationId" and a."teamId" = t.id
          and g.state in ('failedTemporarily', 'failedForGood') and g."companionLinkId" is null and g."requestId" is null
          and not exists (select from "Message" h where h."organisationId" = g."organisationId" and h."againOfId" = g.id)
          and g."plannedAt" >= ${from} and g."plannedAt" < ${until}) as "failingMessages",
      (select count(*)::int from "Appointment" a
        where a."organisationId" = t."organisationId" and a."teamId" = t.id and a.state = 'booked'
          and a."startAt" >= ${from} and a."startAt" < ${until}
          and (select d.verdict = 'failed' from "DeviceTest" d
            where d."organisationId" = a."organisationId" and d."appointmentId" = a.id
            order by d."testedAt" desc limit 1)) as "failedTests",
      (select count(*)::int from "BackOfficeQuestion" q where q."organisationId" = t."organisationId" and q."toTeamId" = t.id
        and q."answeredAt" is null and q."answerBy" <= ${at}) as "overdueQuestions"
    from "Team" t where t."organisationId" = ${organisationId}::uuid`;
}
