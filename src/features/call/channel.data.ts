import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, RoomName, TeamId } from '#journey/ids.ts';

export type CallChannel = 'video' | 'phone';

export type OwnConversation = {
  readonly teamId: TeamId;
  readonly appointmentId: AppointmentId;
  readonly channel: CallChannel | 'chat';
  readonly roomName: RoomName;
};

/** The running conversation of this clerk by picture, telephone or in writing, held until the transaction ends; null when there is none. */
export async function holdCall(
  { db, organisationId }: OrganisationScope,
  { staffMemberId }: Pick<StaffActor, 'staffMemberId'>,
  conversationId: ConversationId,
): Promise<OwnConversation | null> {
  const [row] = await db.$queryRaw<OwnConversation[]>`
    select "teamId", "appointmentId", channel::text as channel, "roomName" from "Conversation"
    where "organisationId" = ${organisationId}::uuid and id = ${conversationId}::uuid
      and state = 'admitted' and "clerkId" = ${staffMemberId}::uuid and channel in ('video', 'phone', 'chat')
      and "appointmentId" is not null
    for update`;
  return row ?? null;
}

/** Goes on by another channel, in a room of its own. Whoever was asked for a screen is not any more. */
export async function saveChannel(
  { db }: OrganisationScope,
  conversationId: ConversationId,
  to: { readonly channel: CallChannel; readonly roomName: RoomName },
): Promise<void> {
  const [changed] = await db.conversation.updateManyAndReturn({
    where: { id: conversationId },
    data: to,
    select: { appointmentId: true },
  });
  // Raised to video it is an entry over video from here on, also for who would be sent back to wait.
  if (to.channel === 'video')
    await db.appointment.updateMany({
      where: { id: changed?.appointmentId ?? '', channel: 'chat' },
      data: { channel: 'video' },
    });
  await db.participant.updateMany({ where: { conversationId }, data: { screenAsk: null } });
}
