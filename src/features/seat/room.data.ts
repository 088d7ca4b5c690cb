import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  ConversationId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';

/** A running conversation, held until the transaction ends, so that two changes of its room cannot cross. */
export type HeldConversation = {
  readonly id: ConversationId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly roomName: RoomName;
  /** Held in writing: the name is of no room yet. */
  readonly inWriting: boolean;
};

/** The running conversation of this clerk, locked; null when it is not running or not theirs. */
export async function holdOwnConversation(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
): Promise<HeldConversation | null> {
  const [row] = await db.$queryRaw<HeldConversation[]>`
    select id, "appointmentId", "teamId", "roomName", channel = 'chat' as "inWriting" from "Conversation"
    where "organisationId" = ${organisationId}::uuid and id = ${conversationId}::uuid
      and state = 'admitted' and "clerkId" = ${clerkId}::uuid
    for update`;
  return row ?? null;
}

/** Gives the conversation another room. Whoever holds a token of the old one has nothing any more. */
export async function saveRoom(
  scope: OrganisationScope,
  conversationId: ConversationId,
  roomName: RoomName,
): Promise<void> {
  await scope.db.conversation.updateMany({ where: { id: conversationId }, data: { roomName } });
}

export type Guest = {
  readonly id: ParticipantId;
  readonly role: 'citizen' | 'companion';
  /** Null for the citizen, and for whom nobody said as what they come. */
  readonly companionRole: CompanionRole | null;
};

/** Admits a guest who stands at the door with a device that is still theirs; null when nobody of that id stands there. */
export async function admitGuest(
  scope: OrganisationScope,
  conversationId: ConversationId,
  participantId: ParticipantId,
  at: Date,
): Promise<Guest | null> {
  const [guest] = await scope.db.participant.updateManyAndReturn({
    where: {
      id: participantId,
      conversationId,
      role: { not: 'clerk' },
      state: 'waiting',
      visit: { yieldedAt: null },
    },
    data: { state: 'admitted', admittedAt: at },
    select: { id: true, role: true, visit: { select: { companionRole: true } } },
  });
  if (guest === undefined) return null;
  const { id, role, visit } = guest;
  return { id, role, companionRole: visit?.companionRole ?? null } as Guest;
}

/** Puts guests outside the door again. @returns how many were inside */
export async function putOutside(
  scope: OrganisationScope,
  conversationId: ConversationId,
  who: { readonly participantId: ParticipantId } | { readonly otherDevicesThan: ParticipantId },
): Promise<number> {
  const { count } = await scope.db.participant.updateMany({
    where: {
      conversationId,
      state: 'admitted',
      ...('participantId' in who
        ? { id: who.participantId, role: { not: 'clerk' } }
        : { id: { not: who.otherDevicesThan }, role: 'citizen' }),
    },
    data: {
      state: 'waiting',
      admittedAt: null,
      screenAsk: null,
      pictureStoppedFor: null,
      stillAskedFor: null,
      stillDeclinedAt: null,
    },
  });
  return count;
}
