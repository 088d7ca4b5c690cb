import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  ConversationId,
  ForwardId,
  ParticipantId,
  RoomName,
  SeatId,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { ForwardKind } from '#journey/live-views.ts';

/** A running conversation, held until the transaction ends. */
export type HeldConversation = {
  readonly id: ConversationId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly clerkId: StaffMemberId;
  readonly roomName: RoomName;
  /** Held in writing: the name is of no room yet. */
  readonly inWriting: boolean;
};

/** The running conversation by picture or in writing, locked; null when it does not run. */
export async function holdRunning(
  { db, organisationId }: OrganisationScope,
  id: ConversationId,
): Promise<HeldConversation | null> {
  const [row] = await db.$queryRaw<HeldConversation[]>`
    select id, "appointmentId", "teamId", "clerkId", "roomName", channel = 'chat' as "inWriting" from "Conversation"
    where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid
      and state = 'admitted' and channel in ('video', 'chat') and "appointmentId" is not null and "clerkId" is not null
    for update`;
  return row ?? null;
}

export type HeldForward = {
  readonly id: ForwardId;
  readonly kind: ForwardKind;
  readonly state: 'open' | 'taken';
  readonly conversationId: ConversationId;
  readonly fromClerkId: StaffMemberId;
  readonly toTeamId: TeamId;
  readonly toClerkId: StaffMemberId | null;
  readonly takenById: StaffMemberId | null;
};

/** A question to a colleague that is not settled; null when there is none of that id. */
export async function findForward({ db }: OrganisationScope, id: ForwardId): Promise<HeldForward | null> {
  const row = await db.forward.findFirst({
    where: { id, state: { in: ['open', 'taken'] } },
    select: {
      id: true,
      kind: true,
      state: true,
      conversationId: true,
      fromClerkId: true,
      toTeamId: true,
      toClerkId: true,
      takenById: true,
    },
  });
  return row as HeldForward | null;
}

export async function addForward(
  { db, organisationId }: OrganisationScope,
  forward: {
    readonly conversationId: ConversationId;
    readonly kind: ForwardKind;
    readonly fromClerkId: StaffMemberId;
    readonly toTeamId: TeamId;
    readonly toClerkId: StaffMemberId | null;
    readonly note: string;
    readonly createdAt: Date;
  },
): Promise<ForwardId> {
  const { id } = await db.forward.create({ data: { ...forward, organisationId }, select: { id: true } });
  return id as ForwardId;
}

/** What was asked of somebody in a conversation that runs no more, or is somebody else's by now, is over. */
export async function settleStale(
  { db }: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
  at: Date,
): Promise<void> {
  await db.forward.updateMany({
    where: { conversationId, state: { in: ['open', 'taken'] }, fromClerkId: { not: clerkId } },
    data: { state: 'withdrawn', settledAt: at },
  });
}

/** @returns whether it was in the state that it was thought to be in: of several who try, one is told true */
export async function saveState(
  { db }: OrganisationScope,
  { id, state: before }: Pick<HeldForward, 'id' | 'state'>,
  to:
    | { readonly state: 'declined' | 'withdrawn' | 'done'; readonly at: Date }
    | { readonly state: 'taken'; readonly by: StaffMemberId; readonly at: Date }
    | { readonly state: 'done'; readonly by: StaffMemberId; readonly at: Date },
): Promise<boolean> {
  const taken = 'by' in to ? { takenById: to.by, takenAt: to.at } : {};
  const settled = to.state === 'taken' ? {} : { settledAt: to.at };
  const { count } = await db.forward.updateMany({
    where: { id, state: before },
    data: { state: to.state, ...taken, ...settled },
  });
  return count === 1;
}

/** Whether somebody sits at a seat of the team: that person, or anybody but who asks. */
export async function isSeated(
  { db }: OrganisationScope,
  who: { readonly teamId: TeamId; readonly clerkId: StaffMemberId | null; readonly not: StaffMemberId },
  now: Date,
): Promise<boolean> {
  const { teamId, clerkId, not } = who;
  const staffMemberId = clerkId === null ? { not } : clerkId;
  const count = await db.staffSession.count({
    where: { seat: { teamId }, expiresAt: { gt: now }, staffMemberId },
  });
  return count > 0 && clerkId !== not;
}

export type SeatedPerson = {
  readonly id: StaffMemberId;
  readonly name: string;
  readonly teamId: TeamId;
  readonly isSpeaking: boolean;
};

/** Who sits at a seat now, and which teams there are. */
export async function readReceivers(
  { db, organisationId }: OrganisationScope,
  now: Date,
): Promise<{
  readonly people: readonly SeatedPerson[];
  readonly teams: readonly { readonly id: TeamId; readonly name: LocalizedText }[];
}> {
  const people = await db.$queryRaw<SeatedPerson[]>`
    select distinct on (m.name, m.id) m.id, m.name, s."teamId",
      exists (select from "Conversation" c where c."organisationId" = m."organisationId" and c."clerkId" = m.id
        and c.state = 'admitted' and c."appointmentId" is not null) as "isSpeaking"
    from "StaffSession" n
    join "Seat" s on s."organisationId" = n."organisationId" and s.id = n."seatId"
    join "StaffMember" m on m."organisationId" = n."organisationId" and m.id = n."staffMemberId"
    where n."organisationId" = ${organisationId}::uuid and n."expiresAt" > ${now}
    order by m.name, m.id`;
  const teams = await db.team.findMany({ select: { id: true, name: true }, orderBy: { slug: 'asc' } });
  return { people, teams: teams as { id: TeamId; name: LocalizedText }[] };
}

/** Whether this clerk speaks with somebody, or is with a colleague. */
export async function isBusy({ db }: OrganisationScope, clerkId: StaffMemberId): Promise<boolean> {
  const speaks = await db.conversation.count({
    where: { clerkId, state: 'admitted', appointmentId: { not: null } },
  });
  const helps = await db.forward.count({
    where: { takenById: clerkId, state: 'taken', conversation: { state: 'admitted' } },
  });
  return speaks + helps > 0;
}

/** Gives the conversation to another clerk at their seat. */
export async function saveClerk(
  { db }: OrganisationScope,
  conversation: HeldConversation,
  to: { readonly clerkId: StaffMemberId; readonly seatId: SeatId; readonly teamId: TeamId },
): Promise<void> {
  await db.conversation.updateMany({ where: { id: conversation.id, state: 'admitted' }, data: to });
}

/** A clerk's place inside, whether they were there before or not. */
export async function putInside(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
  at: Date,
): Promise<ParticipantId> {
  const [row] = await db.$queryRaw<{ id: ParticipantId }[]>`
    insert into "Participant" ("organisationId", "conversationId", role, "staffMemberId", state, "admittedAt")
    values (${organisationId}::uuid, ${conversationId}::uuid, 'clerk', ${clerkId}::uuid, 'admitted', ${at})
    on conflict ("organisationId", "conversationId", "staffMemberId")
      do update set state = 'admitted', "admittedAt" = excluded."admittedAt"
    returning id`;
  if (row === undefined) throw new Error('The colleague got no place in the conversation.');
  return row.id;
}

/** Takes a clerk's place inside away; null when they have none. */
export async function putOutside(
  { db }: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
): Promise<ParticipantId | null> {
  const [row] = await db.participant.updateManyAndReturn({
    where: { conversationId, staffMemberId: clerkId, state: 'admitted' },
    data: { state: 'waiting', admittedAt: null },
    select: { id: true },
  });
  return row === undefined ? null : (row.id as ParticipantId);
}
