import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  CompanionLinkId,
  CompanionToken,
  ConversationId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import { sentStateOf } from '#journey/message-state.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import { hashToken } from '#shared/secrets.ts';
import type { CompanionLinkView } from './companion-link.ts';

/** The appointment to which a third person is invited. Times in epoch milliseconds. */
export type InvitedTo = {
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly channel: Channel;
  readonly startAt: number;
  readonly endAt: number;
  readonly conversationState: ConversationState | null;
  /** Who speaks with the citizen now. */
  readonly clerkId: StaffMemberId | null;
};

/** Null when there is no such appointment. */
export async function findInvitedTo({ db }: OrganisationScope, id: AppointmentId): Promise<InvitedTo | null> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      teamId: true,
      state: true,
      channel: true,
      startAt: true,
      endAt: true,
      conversation: { select: { state: true, clerkId: true } },
    },
  });
  if (row === null) return null;
  const { conversation, startAt, endAt, ...rest } = row;
  return {
    ...rest,
    teamId: row.teamId as TeamId,
    startAt: startAt.getTime(),
    endAt: endAt.getTime(),
    conversationState: conversation?.state ?? null,
    clerkId: (conversation?.state === 'admitted' ? conversation.clerkId : null) as StaffMemberId | null,
  };
}

/** Links of an appointment that were not withdrawn, in the order in which they were made. */
export async function readLinks(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly CompanionLinkView[]> {
  const rows = await db.companionLink.findMany({
    where: { appointmentId, withdrawnAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      madeById: true,
      visits: { where: { yieldedAt: null }, select: { companionName: true } },
      messages: {
        where: { kind: 'companionLink' },
        orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { channel: true, state: true },
      },
    },
  });
  return rows.map(({ id, role, madeById, visits, messages: [message] }) => ({
    id: id as CompanionLinkId,
    role,
    madeBy: madeById === null ? 'citizen' : 'staff',
    openedBy: visits[0]?.companionName ?? null,
    sent: message ? { channel: message.channel, state: sentStateOf(message.state) } : null,
  }));
}

export async function addLink(
  { db, organisationId }: OrganisationScope,
  link: {
    readonly id: CompanionLinkId;
    readonly appointmentId: AppointmentId;
    readonly role: CompanionRole;
    readonly token: CompanionToken;
    readonly madeById: StaffMemberId | null;
    readonly at: Date;
  },
): Promise<void> {
  const { token, at, ...rest } = link;
  await db.companionLink.create({
    data: { ...rest, organisationId, tokenHash: hashToken(token), createdAt: at },
    select: { id: true },
  });
}

/** @returns whether it was still good */
export async function withdrawLink(
  { db }: OrganisationScope,
  which: { readonly id: CompanionLinkId; readonly appointmentId: AppointmentId },
  at: Date,
): Promise<boolean> {
  const { count } = await db.companionLink.updateMany({
    where: { ...which, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}

/** Ends the visit of who came by a link. */
export async function endVisits(
  { db }: OrganisationScope,
  companionLinkId: CompanionLinkId,
  at: Date,
): Promise<void> {
  const gone = await db.visit.updateManyAndReturn({
    where: { companionLinkId, yieldedAt: null },
    data: { yieldedAt: at },
    select: { id: true },
  });
  const visitId = { in: gone.map(({ id }) => id) };
  await db.presence.deleteMany({ where: { visitId } });
}

/** Puts those outside who came by a link. @returns the room in which one of them was; null when nobody was inside */
export async function putOut(
  { db }: OrganisationScope,
  companionLinkId: CompanionLinkId,
): Promise<{ readonly conversationId: ConversationId; readonly roomName: RoomName } | null> {
  const [out] = await db.participant.updateManyAndReturn({
    where: { visit: { companionLinkId }, state: 'admitted' },
    data: { state: 'waiting', admittedAt: null, screenAsk: null },
    select: { conversation: { select: { id: true, roomName: true, state: true } } },
  });
  if (out === undefined || out.conversation.state !== 'admitted') return null;
  return {
    conversationId: out.conversation.id as ConversationId,
    roomName: out.conversation.roomName as RoomName,
  };
}

export async function saveRoom(
  { db }: OrganisationScope,
  id: ConversationId,
  roomName: RoomName,
): Promise<void> {
  await db.conversation.updateMany({ where: { id }, data: { roomName } });
}

/** Somebody whose role was changed, and where that is to be told. */
export type ChangedCompanion = {
  readonly visitId: VisitId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
};

/** Gives a companion of a conversation another role; null when nobody of that id is there. */
export async function saveRole(
  { db }: OrganisationScope,
  who: { readonly conversationId: ConversationId; readonly participantId: ParticipantId },
  companionRole: CompanionRole,
  teamIds: readonly TeamId[],
): Promise<ChangedCompanion | null> {
  const row = await db.participant.findFirst({
    where: {
      id: who.participantId,
      conversationId: who.conversationId,
      role: 'companion',
      conversation: { state: { not: 'ended' }, teamId: { in: [...teamIds] } },
    },
    select: {
      visitId: true,
      conversation: { select: { appointmentId: true, teamId: true } },
      visit: { select: { companionLinkId: true } },
    },
  });
  if (row === null || row.visitId === null) return null;
  await db.visit.updateMany({ where: { id: row.visitId, role: 'companion' }, data: { companionRole } });
  const linkId = row.visit?.companionLinkId;
  if (linkId != null)
    await db.companionLink.updateMany({ where: { id: linkId }, data: { role: companionRole } });
  // A screen that was asked for in another role is not any more.
  await db.participant.updateMany({ where: { id: who.participantId }, data: { screenAsk: null } });
  return {
    visitId: row.visitId as VisitId,
    appointmentId: row.conversation.appointmentId as AppointmentId,
    teamId: row.conversation.teamId as TeamId,
  };
}
