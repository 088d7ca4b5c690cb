import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type {
  ConversationId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { ClerkPlace, OtherWay, VisitorPlace } from './decide-rights.ts';

const conversationFacts = {
  state: true,
  roomName: true,
  channel: true,
  appointment: { select: { state: true, citizenName: true } },
} as const;

function otherWayOf(channel: Channel): OtherWay | null {
  if (channel === 'phone') return 'byPhone';
  return channel === 'chat' ? 'inWriting' : null;
}

/** Where a visitor stands; null before the first arrival made a conversation. */
export async function findVisitorPlace(
  scope: OrganisationScope,
  visitId: VisitId,
): Promise<VisitorPlace | null> {
  const row = await scope.db.participant.findFirst({
    where: { visitId },
    select: {
      id: true,
      role: true,
      state: true,
      screenAsk: true,
      pictureStoppedFor: true,
      visit: { select: { yieldedAt: true, companionName: true, companionRole: true } },
      conversation: { select: conversationFacts },
    },
  });
  if (row === null || row.conversation.appointment === null) return null;
  const { conversation, visit } = row;
  const { state: appointmentState, citizenName } = row.conversation.appointment;
  return {
    participantId: row.id as ParticipantId,
    displayName: visit?.companionName ?? citizenName,
    participantState: row.state,
    companionRole: row.role === 'companion' ? (visit?.companionRole ?? null) : undefined,
    isAskedForScreen: row.screenAsk === 'asked',
    isPictureStopped: row.pictureStoppedFor !== null,
    yielded: visit?.yieldedAt != null,
    conversation: {
      state: conversation.state,
      appointmentState,
      roomName: conversation.roomName as RoomName,
      otherWay: otherWayOf(conversation.channel),
    },
  };
}

/** A conversation as a clerk finds it; null when there is none. */
export async function findClerkPlace(
  scope: OrganisationScope,
  conversationId: ConversationId,
): Promise<ClerkPlace | null> {
  const row = await scope.db.conversation.findFirst({
    where: { id: conversationId },
    select: {
      ...conversationFacts,
      teamId: true,
      clerkId: true,
      forwards: { where: { state: 'taken' }, select: { takenById: true, fromClerkId: true } },
    },
  });
  if (row === null || row.appointment === null) return null;
  return {
    teamId: row.teamId as TeamId,
    clerkId: row.clerkId as StaffMemberId | null,
    helperId: (row.forwards.find(({ fromClerkId }) => fromClerkId === row.clerkId)?.takenById ??
      null) as StaffMemberId | null,
    conversation: {
      state: row.state,
      appointmentState: row.appointment.state,
      roomName: row.roomName as RoomName,
      otherWay: otherWayOf(row.channel),
    },
  };
}

/**
 * The clerk as a participant: the same one before and after admission, so that the prepared connection stays of use.
 * One statement, because admission may make the same row in the same moment.
 */
export async function findOrAddClerk(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
  staffMemberId: StaffMemberId,
): Promise<ParticipantId> {
  const [row] = await db.$queryRaw<{ id: ParticipantId }[]>`
    insert into "Participant" ("organisationId", "conversationId", role, "staffMemberId")
    values (${organisationId}::uuid, ${conversationId}::uuid, 'clerk', ${staffMemberId}::uuid)
    on conflict ("organisationId", "conversationId", "staffMemberId") do update set role = excluded.role
    returning id`;
  if (row === undefined) throw new Error('The clerk got no place in the conversation.');
  return row.id;
}

/** A room in which people are, or may be soon. @property isInUse somebody was let in */
export type OpenRoom = { readonly room: RoomName; readonly isInUse: boolean };

/** The rooms of those in conversation, and of those whose citizen is present. */
export async function listOpenRooms(scope: OrganisationScope): Promise<readonly OpenRoom[]> {
  const rows = await scope.db.conversation.findMany({
    where: {
      channel: 'video',
      OR: [
        { state: 'admitted' },
        {
          state: 'waiting',
          appointment: { state: 'booked' },
          participants: { some: { visit: { presence: { isNot: null } } } },
        },
      ],
    },
    select: { roomName: true, state: true },
  });
  return rows.map(({ roomName, state }) => ({ room: roomName as RoomName, isInUse: state === 'admitted' }));
}
