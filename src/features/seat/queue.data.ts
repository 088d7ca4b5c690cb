import { Prisma } from '#db/generated/client.ts';
import { gatherInLook, shareInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { AppointmentId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { ScreenAsk, SeatEntry } from '#journey/live-views.ts';
import type { MarkedMessage } from '#journey/message-mark.ts';
import { mandateKey } from '#journey/readiness.ts';
import type { SendBackReason } from '#journey/send-back.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import { DAY_MILLISECONDS, type Interval } from '#journey/time.ts';
import { findHelped } from './forwards.data.ts';

/** Somebody in a row's conversation. Times are epoch milliseconds. */
export type QueueParticipant = {
  readonly id: string;
  readonly role: 'citizen' | 'companion' | 'clerk';
  readonly state: 'waiting' | 'admitted';
  readonly screenAsk: ScreenAsk | null;
  readonly warnedFor: string | null;
  readonly isWarningRead: boolean;
  readonly pictureStoppedFor: string | null;
  readonly still: 'asked' | 'declined' | null;
  readonly visitId: string | null;
  readonly staffMemberId: string | null;
  /** Of a companion; a citizen's name is the appointment's. */
  readonly companionName: string | null;
  /** Null when nobody said as what they come. */
  readonly companionRole: CompanionRole | null;
  /** Another device took over. */
  readonly yielded: boolean;
  /** Both null when their page is not connected to a living node. */
  readonly arrivedAt: number | null;
  readonly leaseExpiresAt: number | null;
  /** When their page was disconnected last, as far as that was written down; only while it is not connected. */
  readonly departedAt: number | null;
};

/** An appointment of the day with what became of it. */
export type QueueRow = {
  readonly id: string;
  readonly reference: string;
  readonly state: AppointmentState;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly citizenName: string;
  readonly language: Language;
  /** Null for who came without appointment. */
  readonly seatId: string | null;
  readonly services: readonly LocalizedText[];
  readonly deviceTest: 'good' | 'limited' | 'failed' | null;
  /** How much of what they were asked to bring they have; null while they said nothing of it. */
  readonly preparation: SeatEntry['preparation'];
  readonly messages: readonly MarkedMessage[];
  readonly saidComing: boolean;
  /** What was said to them last while they wait; `at` in epoch milliseconds. */
  readonly word: { readonly at: number; readonly isRead: boolean } | null;
  /** A text when it is nearly their turn. */
  readonly turnText: 'asked' | 'told' | null;
  /** How many events its stream has. */
  readonly version: number;
  readonly conversationId: string | null;
  readonly conversationState: ConversationState | null;
  readonly roomName: string | null;
  /** What the conversation goes by now, whatever was agreed. */
  readonly conversationChannel: QueueRow['channel'] | null;
  readonly admittedAt: Date | null;
  /** Both null unless somebody waits who was sent back. */
  readonly sentBackAt: Date | null;
  readonly sentBackReason: SendBackReason | null;
  readonly clerkId: string | null;
  readonly clerkName: string | null;
  /** The colleague who joined for a while. */
  readonly helperId: string | null;
  readonly participants: readonly QueueParticipant[];
};

export type QueueQuestion = {
  readonly teamId: TeamId;
  /** The local day. */
  readonly day: Interval;
  readonly now: number;
};

/**
 * A team's appointments of the day, and those of the day before and of the next hour when somebody waits for them or speaks. In order
 * of start. One query: at every change the open seats of the team ask it.
 */
export async function readQueue(
  scope: OrganisationScope,
  { teamId, day, now }: QueueQuestion,
): Promise<readonly QueueRow[]> {
  const dayStart = new Date(day.startAt);
  const dayEnd = new Date(day.endAt);
  const earliest = new Date(day.startAt - DAY_MILLISECONDS);
  const latest = new Date(Math.max(day.endAt, now + 3_600_000));
  return selectRows(
    scope,
    now,
    Prisma.sql`a."teamId" = ${teamId}::uuid
      and a."startAt" >= ${earliest} and a."startAt" < ${latest}
      and (c.state in ('waiting', 'admitted') or (a."startAt" >= ${dayStart} and a."startAt" < ${dayEnd}))`,
  );
}

/** The appointment whose conversation this clerk has, of whatever day; null when they have none. */
export async function readOwnRow(
  scope: OrganisationScope,
  { teamId, clerkId, now }: Pick<QueueQuestion, 'teamId' | 'now'> & { readonly clerkId: StaffMemberId },
): Promise<QueueRow | null> {
  const own = await gatherInLook(scope, `ownRow/${teamId}`, clerkId, async (clerkIds) => {
    const rows = await selectRows(
      scope,
      now,
      Prisma.sql`a.id in (select o."appointmentId" from "Conversation" o
        where o."organisationId" = ${scope.organisationId}::uuid and o."teamId" = ${teamId}::uuid and o."clerkId" = any(${clerkIds}::uuid[]) and o.state = 'admitted')`,
    );
    return new Map(rows.map((row) => [row.clerkId ?? '', row]));
  });
  return own ?? null;
}

/** The appointment whose conversation this clerk joined for a colleague, of whatever team; null when they joined none. */
export async function readHelpedRow(
  scope: OrganisationScope,
  clerkId: StaffMemberId,
  now: number,
): Promise<QueueRow | null> {
  const id = await findHelped(scope, clerkId);
  if (id === null) return null;
  const [row] = await shareInLook(scope, `helped/${id}`, () =>
    selectRows(scope, now, Prisma.sql`a.id = ${id}::uuid`),
  );
  return row ?? null;
}

/** More than this nobody closes at a sitting: the others follow. */
const mostUnclosed = 50;

/** Calls and visits to the counter of earlier days of which nobody said what became of them, the longest ago first. */
export async function readUnclosed(
  scope: OrganisationScope,
  { teamId, day, now }: Pick<QueueQuestion, 'teamId' | 'day' | 'now'>,
): Promise<readonly QueueRow[]> {
  return selectRows(
    scope,
    now,
    Prisma.sql`a.id in (select u.id from "Appointment" u
      where u."organisationId" = ${scope.organisationId}::uuid and u."teamId" = ${teamId}::uuid
        and u.state = 'booked' and u.channel in ('phone', 'counter') and u."startAt" < ${new Date(day.startAt)}
        and not exists (select from "Conversation" o
          where o."organisationId" = u."organisationId" and o."appointmentId" = u.id and o.state <> 'waiting')
      order by u."startAt", u.id limit ${mostUnclosed})`,
  );
}

/** Appointments of the team of whatever day, in order of start; those of other teams are left out. */
export async function readQueueRows(
  scope: OrganisationScope,
  { teamId, ids, now }: Pick<QueueQuestion, 'teamId' | 'now'> & { readonly ids: readonly AppointmentId[] },
): Promise<readonly QueueRow[]> {
  return selectRows(scope, now, Prisma.sql`a."teamId" = ${teamId}::uuid and a.id = any(${ids}::uuid[])`);
}

/** Counted only for who began: most people say nothing of it. What two services ask is one thing. */
const preparationOfAppointment = Prisma.sql`case when exists (select from "ReadyItem" i
        where i."organisationId" = a."organisationId" and i."appointmentId" = a.id)
      or exists (select from "Document" d where d."organisationId" = a."organisationId" and d."appointmentId" = a.id)
    then (select json_build_object('all', count(distinct w.thing), 'ready', count(distinct w.thing) filter (where
          exists (select from "ReadyItem" i where i."organisationId" = a."organisationId" and i."appointmentId" = a.id
            and i."itemKey" = w.key)
          or exists (select from "Document" d where d."organisationId" = a."organisationId" and d."appointmentId" = a.id
            and d."itemKey" = w.key)),
        'documents', (select count(*) from "Document" d where d."organisationId" = a."organisationId" and d."appointmentId" = a.id))
      from (
        select r.id::text as key, r.title->>'nl' as thing from "AppointmentService" l
        join "ServiceRequirement" r on r."organisationId" = l."organisationId" and r."serviceId" = l."serviceId"
        where l."organisationId" = a."organisationId" and l."appointmentId" = a.id
        union all select ${mandateKey}, ${mandateKey} from "Principal" f
        where f."organisationId" = a."organisationId" and f."appointmentId" = a.id) as w)
    end`;

async function selectRows(
  { db, organisationId }: OrganisationScope,
  now: number,
  condition: Prisma.Sql,
): Promise<readonly QueueRow[]> {
  return db.$queryRaw<QueueRow[]>`
    select a.id, a.reference, a.state::text as state, a."startAt", a."endAt", a.channel::text as channel, a."citizenName",
      a.language::text as language, a."seatId",
      (select coalesce(json_agg(s.name order by l.position), '[]') from "AppointmentService" l
        join "Service" s on s."organisationId" = l."organisationId" and s.id = l."serviceId"
        where l."organisationId" = a."organisationId" and l."appointmentId" = a.id) as services,
      (select d.verdict::text from "DeviceTest" d
        where d."organisationId" = a."organisationId" and d."appointmentId" = a.id
        order by d."testedAt" desc limit 1) as "deviceTest",
      ${preparationOfAppointment} as preparation,
      (select coalesce(json_agg(json_build_object('kind', g.kind, 'channel', g.channel, 'state',
          case when g."discardReason" = 'textsStopped' then 'failedForGood' else g.state end,
          'plannedAt', floor(extract(epoch from g."plannedAt") * 1000), 'attempts', g.attempts)), '[]') from "Message" g
        where g."organisationId" = a."organisationId" and g."appointmentId" = a.id
          and g."companionLinkId" is null and g."requestId" is null) as messages,
      a."saidComingAt" is not null as "saidComing",
      (select json_build_object('at', floor(extract(epoch from w."saidAt") * 1000), 'isRead', w."readAt" is not null) from "WaitingWord" w
        where w."organisationId" = a."organisationId" and w."appointmentId" = a.id order by w."saidAt" desc, w.id desc limit 1) as word,
      case when a."turnTextToldAt" is not null then 'told' when a."turnTextAskedAt" is not null then 'asked' end as "turnText",
      coalesce((select v.version from "EventStream" v where v."organisationId" = a."organisationId"
        and v.name = 'appointment:' || a.id), 0)::int as version,
      c.id as "conversationId", c.state::text as "conversationState", c."roomName", c.channel::text as "conversationChannel", c."admittedAt", c."clerkId",
      c."sentBackAt", c."sentBackReason"::text as "sentBackReason",
      m.name as "clerkName",
      (select f."takenById" from "Forward" f where f."organisationId" = c."organisationId" and f."conversationId" = c.id
        and f.state = 'taken' and f."fromClerkId" = c."clerkId" limit 1) as "helperId",
      (select coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'state', p.state, 'screenAsk', p."screenAsk", 'warnedFor', p."warnedFor",
          'isWarningRead', p."warningReadAt" is not null, 'pictureStoppedFor', p."pictureStoppedFor",
          'still', case when p."stillDeclinedAt" is not null then 'declined' when p."stillAskedFor" is not null then 'asked' end, 'visitId', p."visitId",
          'staffMemberId', p."staffMemberId", 'companionName', v."companionName", 'companionRole', v."companionRole",
          'yielded', v."yieldedAt" is not null,
          'arrivedAt', case when n.id is not null then floor(extract(epoch from pr."arrivedAt") * 1000) end,
          'leaseExpiresAt', floor(extract(epoch from n."leaseExpiresAt") * 1000),
          'departedAt', case when n.id is null then (
            select floor(extract(epoch from max(e.at)) * 1000) from "Event" e
            where e."organisationId" = p."organisationId" and e.stream = 'appointment:' || a.id
              and e.type = 'visit.departed' and e.payload->>'visitId' = p."visitId"::text) end) order by p.id), '[]')
        from "Participant" p
        left join "Visit" v on v."organisationId" = p."organisationId" and v.id = p."visitId"
        left join "Presence" pr on pr."organisationId" = p."organisationId" and pr."visitId" = p."visitId"
        left join "Node" n on n.id = pr."nodeId" and n."leaseExpiresAt" > ${new Date(now)}
        where p."organisationId" = c."organisationId" and p."conversationId" = c.id) as participants
    from "Appointment" a
    left join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id
    left join "StaffMember" m on m."organisationId" = c."organisationId" and m.id = c."clerkId"
    where a."organisationId" = ${organisationId}::uuid and ${condition}
    order by a."startAt", a.id`;
}

/** The team's name in every language; null when there is no such team. */
export async function readTeamName(scope: OrganisationScope, teamId: TeamId): Promise<LocalizedText | null> {
  const team = await scope.db.team.findFirst({ where: { id: teamId }, select: { name: true } });
  return team === null ? null : (team.name as LocalizedText);
}
