import { gatherInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  ConversationId,
  ParticipantId,
  RoomName,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { VisitRequest, VisitView } from '#journey/live-views.ts';
import type { Misconduct } from '#journey/misconduct.ts';
import type { SendBackReason } from '#journey/send-back.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import type { ReadyWord } from '#journey/waiting-words.ts';

/** Somebody of the same conversation. */
export type VisitParticipant = {
  readonly id: ParticipantId;
  readonly visitId: VisitId | null;
  readonly role: 'citizen' | 'companion' | 'clerk';
  readonly isInside: boolean;
  readonly isPresent: boolean;
  readonly name: string;
  readonly companionRole: CompanionRole | null;
};

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
  /** They came without appointment. */
  readonly isWalkIn: boolean;
  readonly state: AppointmentState;
  /** Grows with each change of time or channel, and with each offer of an earlier time. */
  readonly version: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly conversationId: ConversationId | null;
  readonly conversationState: ConversationState | null;
  /** When the first person of the appointment came. */
  readonly conversationStartedAt: Date | null;
  readonly roomName: RoomName | null;
  /** Null unless they were sent back to wait. */
  readonly sentBackAt: Date | null;
  readonly sentBackReason: SendBackReason | null;
  readonly sentBackRemark: string | null;
  readonly sentBackBehind: boolean | null;
  readonly surveyState: 'open' | 'answered' | 'skipped' | null;
  readonly clerkName: string | null;
  readonly participantId: ParticipantId | null;
  readonly admitted: boolean;
  readonly isAskedForScreen: boolean;
  readonly warnedFor: Misconduct | null;
  readonly isWarningRead: boolean;
  readonly pictureStoppedFor: Misconduct | null;
  readonly endedFor: Misconduct | null;
  readonly asksStill: string | null;
  /** What is asked of them and open, the oldest first. */
  readonly requests: readonly VisitRequest[];
  /** The running conversation's own; null before it. */
  readonly conversationChannel: VisitRow['channel'] | null;
  /** E.164. */
  readonly phone: string | null;
  readonly visitorName: string;
  /** Of a companion; null when nobody said as what they come. */
  readonly companionRole: CompanionRole | null;
  readonly participants: readonly VisitParticipant[];
  /** A colleague who is asked into the running conversation, or joined it. */
  readonly forward: VisitView['forward'];
  /** Where a text is to go when it is nearly their turn, E.164; null when they did not ask for one. */
  readonly turnTextPhone: string | null;
  readonly isTurnTold: boolean;
  /** The number that this device shows, for the one on which they proved who they are; epoch milliseconds. */
  readonly match: { readonly number: number; readonly until: number } | null;
  /** What was said to them since they wait and is not read, the oldest first. Moments are epoch milliseconds. */
  readonly words: readonly {
    readonly id: string;
    readonly word: ReadyWord | null;
    readonly text: string | null;
    readonly at: number;
  }[];
};

/** One visit by its id; null when there is none. */
export async function readVisit(scope: OrganisationScope, visitId: VisitId): Promise<VisitRow | null> {
  const visit = await gatherInLook(scope, 'visit', visitId, (visitIds) => selectVisits(scope, visitIds));
  return visit ?? null;
}

async function selectVisits(
  { db, organisationId }: OrganisationScope,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, VisitRow>> {
  const rows = await db.$queryRaw<VisitRow[]>`
    select v.id as "visitId", v.role::text as role, v."yieldedAt" is not null as yielded, pr."arrivedAt",
      a.id as "appointmentId", a."teamId", a.channel::text as channel, a.kind = 'walkIn' as "isWalkIn", a.state::text as state, a."startAt", a."endAt",
      a."calendarSequence" * 1000 + a."pageVersion" + (select count(*) + count(o."settledAt") from "EarlierTimeOffer" o
        where o."organisationId" = a."organisationId" and o."appointmentId" = a.id)::int as version,
      c.id as "conversationId", c.state::text as "conversationState", c."startedAt" as "conversationStartedAt", c."roomName", c."surveyState"::text as "surveyState",
      c."sentBackAt", c."sentBackReason"::text as "sentBackReason", c."sentBackRemark", c."sentBackBehind",
      m.name as "clerkName", p.id as "participantId", coalesce(p.state = 'admitted', false) as admitted,
      coalesce(p."screenAsk" = 'asked', false) as "isAskedForScreen", p."warnedFor"::text as "warnedFor",
      p."warningReadAt" is not null as "isWarningRead", p."pictureStoppedFor"::text as "pictureStoppedFor", c."endedFor"::text as "endedFor",
      case when p."stillDeclinedAt" is null then p."stillAskedFor" end as "asksStill",
      (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'serviceName', z.name, 'title', r.title, 'purpose', r.purpose,
          'basis', r.basis, 'ifDeclined', r."ifDeclined", 'recipients', z.recipients, 'isMandatory', r."isMandatory", 'keptDays', r."keptDays", 'settings', r.settings,
          'state', r.state, 'problem', r.problem, 'isPostponed', r."postponedAt" is not null) order by r.id), '[]') from "Request" r
        join "Service" z on z."organisationId" = r."organisationId" and z.id = r."serviceId"
        where r."organisationId" = a."organisationId" and r."appointmentId" = a.id and r.state in ('sent', 'opened', 'inProgress')
          and r."companionVisitId" is not distinct from case v.role when 'companion' then v.id end) as requests,
      c.channel::text as "conversationChannel", a.phone,
      coalesce(v."companionName", a."citizenName") as "visitorName", a."turnTextPhone",
      (select coalesce(json_agg(json_build_object('id', said.id, 'word', said.word, 'text', said.text,
          'at', floor(extract(epoch from said."saidAt") * 1000)) order by said."saidAt", said.id), '[]') from "WaitingWord" said
        where said."organisationId" = a."organisationId" and said."appointmentId" = a.id and said."readAt" is null
          and said."saidAt" >= coalesce(c."sentBackAt", '-infinity')) as words,
      (select json_build_object('number', dm.number, 'until', floor(extract(epoch from dm."expiresAt") * 1000)) from "DeviceMatch" dm
        where dm."organisationId" = v."organisationId" and dm."toVisitId" = v.id and dm.state = 'open') as match,
      a."turnTextToldAt" is not null as "isTurnTold", v."companionRole"::text as "companionRole",
      (select coalesce(json_agg(json_build_object('id', q.id, 'visitId', q."visitId", 'role', q.role, 'isInside', q.state = 'admitted',
          'isPresent', h."visitId" is not null, 'name', coalesce(s.name, w."companionName", a."citizenName"), 'companionRole', w."companionRole") order by q.id), '[]')
        from "Participant" q
        left join "Visit" w on w."organisationId" = q."organisationId" and w.id = q."visitId"
        left join "Presence" h on h."organisationId" = q."organisationId" and h."visitId" = q."visitId"
        left join "StaffMember" s on s."organisationId" = q."organisationId" and s.id = q."staffMemberId"
        where q."organisationId" = c."organisationId" and q."conversationId" = c.id and w."yieldedAt" is null) as participants,
      (select json_build_object('kind', f.kind, 'isTaken', f.state = 'taken', 'clerkName', t.name, 'teamName', z.name) from "Forward" f
        join "Team" z on z."organisationId" = f."organisationId" and z.id = f."toTeamId"
        left join "StaffMember" t on t."organisationId" = f."organisationId" and t.id = coalesce(f."takenById", f."toClerkId")
        where f."organisationId" = c."organisationId" and f."conversationId" = c.id and c.state = 'admitted'
          and f.state in ('open', 'taken') and f."fromClerkId" = c."clerkId" limit 1) as forward
    from "Visit" v
    join "Appointment" a on a."organisationId" = v."organisationId" and a.id = v."appointmentId"
    left join "Presence" pr on pr."organisationId" = v."organisationId" and pr."visitId" = v.id
    left join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id
    left join "StaffMember" m on m."organisationId" = c."organisationId" and m.id = c."clerkId"
    left join "Participant" p on p."organisationId" = c."organisationId" and p."conversationId" = c.id and p."visitId" = v.id
    where v."organisationId" = ${organisationId}::uuid and v.id = any(${visitIds}::uuid[])`;
  return new Map(rows.map((row) => [row.visitId, row]));
}
