import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { AppointmentId, ConversationId, ParticipantId, RoomName, StaffMemberId } from '#journey/ids.ts';
import type { ConversationState } from '#journey/stages.ts';
import type { Workplace } from './workplace.ts';

/** A conversation as the seat needs it to decide. */
export type KnownConversation = {
  readonly appointmentId: AppointmentId;
  readonly state: ConversationState;
  readonly roomName: RoomName;
  readonly channel: Channel;
  readonly clerk: { readonly id: StaffMemberId; readonly name: string } | null;
};

type Claimed = Pick<KnownConversation, 'appointmentId' | 'roomName' | 'channel'>;

/** A conversation of the clerk's team; null for every other one, whether it exists or not. */
export async function findConversation(
  scope: OrganisationScope,
  conversationId: ConversationId,
  { teamId }: Workplace,
): Promise<KnownConversation | null> {
  const row = await scope.db.conversation.findFirst({
    where: { id: conversationId, teamId, appointmentId: { not: null } },
    select: {
      appointmentId: true,
      state: true,
      roomName: true,
      channel: true,
      clerk: { select: { id: true, name: true } },
    },
  });
  return row === null ? null : (row as KnownConversation);
}

/**
 * Takes a waiting conversation for a clerk, if its citizen is present: their own page is connected, by a node that still holds its
 * lease. Of several clerks who try at once, exactly one gets it; null for everybody else. One statement, since the citizen waits for it.
 */
export async function claimConversation(
  scope: OrganisationScope,
  conversationId: ConversationId,
  by: { readonly workplace: Workplace; readonly clerkId: StaffMemberId; readonly at: Date },
): Promise<Claimed | null> {
  const { workplace, clerkId, at } = by;
  const present = { yieldedAt: null, presence: { node: { leaseExpiresAt: { gt: at } } } };
  const [claimed] = await scope.db.conversation.updateManyAndReturn({
    where: {
      id: conversationId,
      teamId: workplace.teamId,
      state: 'waiting',
      participants: { some: { role: 'citizen', visit: present } },
    },
    data: { state: 'admitted', clerkId, seatId: workplace.seatId, admittedAt: at, ...notSentBack },
    select: { appointmentId: true, roomName: true, channel: true },
  });
  return (claimed as Claimed | undefined) ?? null;
}

/** Whoever is called again does not wait any more. */
const notSentBack = { sentBackAt: null, sentBackReason: null, sentBackRemark: null, sentBackBehind: false };

/** Admits the device on which the citizen is now. Companions stay at the door. */
export async function admitCitizenParticipant(
  scope: OrganisationScope,
  conversationId: ConversationId,
  at: Date,
): Promise<readonly ParticipantId[]> {
  const rows = await scope.db.participant.updateManyAndReturn({
    where: { conversationId, role: 'citizen', visit: { yieldedAt: null } },
    data: { state: 'admitted', admittedAt: at },
    select: { id: true },
  });
  return rows.map(({ id }) => id as ParticipantId);
}

/**
 * The clerk's place in the conversation, admitted. One statement, because the hidden connection that is prepared
 * when a citizen is chosen may make the same row in the same moment.
 */
export async function admitClerkParticipant(
  scope: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
  at: Date,
): Promise<ParticipantId> {
  const [row] = await scope.db.$queryRaw<{ id: ParticipantId }[]>`
    insert into "Participant" ("organisationId", "conversationId", role, "staffMemberId", state, "admittedAt")
    values (${scope.organisationId}::uuid, ${conversationId}::uuid, 'clerk', ${clerkId}::uuid, 'admitted', ${at})
    on conflict ("organisationId", "conversationId", "staffMemberId")
      do update set state = 'admitted', "admittedAt" = excluded."admittedAt"
    returning id`;
  if (row === undefined) throw new Error('The clerk got no place in the conversation.');
  return row.id;
}
