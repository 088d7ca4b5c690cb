import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, RoomName, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { SendBackReason } from '#journey/send-back.ts';

/** A conversation from which somebody can be sent back to wait, held until the transaction ends. */
export type Returnable = {
  readonly id: ConversationId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  /** Whose waiting room it is: another team's where the conversation was handed over. */
  readonly homeTeamId: TeamId;
  readonly roomName: RoomName;
  /** As it was agreed: in writing they wait in writing again. */
  readonly inWriting: boolean;
  /** Since when they speak, epoch milliseconds; null while they wait. */
  readonly admittedAt: number | null;
  readonly spokenSeconds: number;
};

/** This clerk's running conversation, or one of the team that still waits; null for every other one. */
export async function holdReturnable(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
  { teamId, clerkId }: { readonly teamId: TeamId; readonly clerkId: StaffMemberId },
): Promise<Returnable | null> {
  const [row] = await db.$queryRaw<Returnable[]>`
    select c.id, c."appointmentId", c."teamId", a."teamId" as "homeTeamId", c."roomName", c."spokenSeconds",
      a.channel = 'chat' as "inWriting",
      floor(extract(epoch from c."admittedAt") * 1000)::float8 as "admittedAt"
    from "Conversation" c
    join "Appointment" a on a."organisationId" = c."organisationId" and a.id = c."appointmentId" and a.state = 'booked'
    where c."organisationId" = ${organisationId}::uuid and c.id = ${conversationId}::uuid and c."teamId" = ${teamId}::uuid
      and (c.state = 'waiting' or (c.state = 'admitted' and c."clerkId" = ${clerkId}::uuid))
    for update of c`;
  return row ?? null;
}

export type SentBack = {
  readonly teamId: TeamId;
  readonly at: Date;
  readonly reason: SendBackReason;
  readonly remark: string | null;
  readonly isBehind: boolean;
  readonly spokenSeconds: number;
  readonly roomName: RoomName;
  readonly inWriting: boolean;
};

/** Makes a conversation wait again, in nobody's hand, with everybody outside its door. Its notes stay. */
export async function writeSentBack(
  { db }: OrganisationScope,
  id: ConversationId,
  { teamId, at, reason, remark, isBehind, spokenSeconds, roomName, inWriting }: SentBack,
): Promise<void> {
  await db.conversation.updateMany({
    where: { id },
    data: {
      state: 'waiting',
      teamId,
      channel: inWriting ? 'chat' : 'video',
      clerkId: null,
      seatId: null,
      admittedAt: null,
      roomName,
      spokenSeconds,
      sentBackAt: at,
      sentBackReason: reason,
      sentBackRemark: remark,
      sentBackBehind: isBehind,
    },
  });
  await db.participant.updateMany({
    where: { conversationId: id },
    data: { state: 'waiting', admittedAt: null, screenAsk: null },
  });
  // What was asked of a colleague is over.
  await db.forward.updateMany({
    where: { conversationId: id, state: { in: ['open', 'taken'] } },
    data: { state: 'withdrawn', settledAt: at },
  });
}
