import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  ConversationId,
  ParticipantId,
  RoomName,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';

/** A visit with everything that decides what its page shows. */
export type VisitRow = {
  readonly visitId: VisitId;
  readonly role: 'citizen' | 'companion';
  readonly yielded: boolean;
  /** Null while its page is not connected. */
  readonly arrivedAt: Date | null;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly state: AppointmentState;
  /** Grows with each change of time or channel, and with each offer of an earlier time. */
  readonly version: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly conversationId: ConversationId | null;
  readonly conversationState: ConversationState | null;
  readonly roomName: RoomName | null;
  readonly surveyState: 'open' | 'answered' | 'skipped' | null;
  readonly clerkName: string | null;
  readonly participantId: ParticipantId | null;
  readonly admitted: boolean;
  readonly visitorName: string;
};

/** One visit by its id; null when there is none. */
export async function readVisit(
  { db, organisationId }: OrganisationScope,
  visitId: VisitId,
): Promise<VisitRow | null> {
  const [row] = await db.$queryRaw<VisitRow[]>`
    select v.id as "visitId", v.role::text as role, v."yieldedAt" is not null as yielded, pr."arrivedAt",
      a.id as "appointmentId", a."teamId", a.channel::text as channel, a.state::text as state, a."startAt", a."endAt",
      a."calendarSequence" * 1000 + (select count(*) + count(o."settledAt") from "EarlierTimeOffer" o
        where o."organisationId" = a."organisationId" and o."appointmentId" = a.id)::int as version,
      c.id as "conversationId", c.state::text as "conversationState", c."roomName", c."surveyState"::text as "surveyState",
      m.name as "clerkName", p.id as "participantId", coalesce(p.state = 'admitted', false) as admitted,
      coalesce(v."companionName", a."citizenName") as "visitorName"
    from "Visit" v
    join "Appointment" a on a."organisationId" = v."organisationId" and a.id = v."appointmentId"
    left join "Presence" pr on pr."organisationId" = v."organisationId" and pr."visitId" = v.id
    left join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id
    left join "StaffMember" m on m."organisationId" = c."organisationId" and m.id = c."clerkId"
    left join "Participant" p on p."organisationId" = c."organisationId" and p."conversationId" = c.id and p."visitId" = v.id
    where v."organisationId" = ${organisationId}::uuid and v.id = ${visitId}::uuid`;
  return row ?? null;
}

/** The waiting room of a team at one moment. Times are epoch milliseconds. */
export type WaitingRoom = {
  /** Appointments whose citizen is there and not yet in conversation, in no order. */
  readonly present: readonly {
    readonly appointmentId: AppointmentId;
    readonly startAt: number;
    readonly endAt: number;
    readonly arrivedAt: number;
  }[];
  readonly running: readonly {
    readonly admittedAt: number;
    readonly startAt: number;
    readonly endAt: number;
  }[];
  /** Who sits at the team's seats now. */
  readonly clerkNames: readonly string[];
};

/**
 * @param openSince epoch milliseconds: whose appointment ended before, waits in vain
 * @param now epoch milliseconds
 */
export async function readWaitingRoom(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  openSince: number,
  now: number,
): Promise<WaitingRoom> {
  const [row] = await db.$queryRaw<WaitingRoom[]>`
    with mine as (
      select c.id, c.state, c."admittedAt", a.id as "appointmentId", a."startAt", a."endAt"
      from "Conversation" c
      join "Appointment" a on a."organisationId" = c."organisationId" and a.id = c."appointmentId"
      where c."organisationId" = ${organisationId}::uuid and c."teamId" = ${teamId}::uuid
        and (c.state = 'admitted' or (c.state = 'waiting' and a.state = 'booked' and a."endAt" > ${new Date(openSince)})))
    select
      (select coalesce(json_agg(json_build_object('appointmentId', q."appointmentId",
          'startAt', floor(extract(epoch from q."startAt") * 1000), 'endAt', floor(extract(epoch from q."endAt") * 1000),
          'arrivedAt', floor(extract(epoch from pr."arrivedAt") * 1000))), '[]')
        from mine q
        join "Visit" v on v."organisationId" = ${organisationId}::uuid and v."appointmentId" = q."appointmentId"
          and v.role = 'citizen' and v."yieldedAt" is null
        join "Presence" pr on pr."organisationId" = v."organisationId" and pr."visitId" = v.id
        join "Node" n on n.id = pr."nodeId" and n."leaseExpiresAt" > ${new Date(now)}
        where q.state = 'waiting') as present,
      (select coalesce(json_agg(json_build_object('admittedAt', floor(extract(epoch from q."admittedAt") * 1000),
          'startAt', floor(extract(epoch from q."startAt") * 1000), 'endAt', floor(extract(epoch from q."endAt") * 1000))), '[]')
        from mine q where q.state = 'admitted') as running,
      (select coalesce(json_agg(m.name), '[]')
        from "StaffSession" s
        join "Seat" seat on seat."organisationId" = s."organisationId" and seat.id = s."seatId"
        join "StaffMember" m on m."organisationId" = s."organisationId" and m.id = s."staffMemberId"
        where s."organisationId" = ${organisationId}::uuid and seat."teamId" = ${teamId}::uuid
          and s."expiresAt" > ${new Date(now)}) as "clerkNames"`;
  return row ?? { present: [], running: [], clerkNames: [] };
}
