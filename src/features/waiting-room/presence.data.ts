import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { AppointmentId, ConversationId, RoomName, TeamId, VisitId } from '#journey/ids.ts';

/** Keeps another device from taking over until this transaction ends: nobody is written down as present with a yielded visit. */
export async function holdVisit({ db, organisationId }: OrganisationScope, visitId: VisitId): Promise<void> {
  await db.$queryRaw`
    select id from "Visit" where "organisationId" = ${organisationId}::uuid and id = ${visitId}::uuid for share`;
}

/** Writes that a visit's page is connected to a node. @returns whether it was not there before */
export async function savePresence(
  { db, organisationId }: OrganisationScope,
  presence: {
    readonly visitId: VisitId;
    readonly teamId: TeamId;
    readonly nodeId: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { visitId, teamId, nodeId, at } = presence;
  const [row] = await db.$queryRaw<{ isNew: boolean }[]>`
    insert into "Presence" ("organisationId", "visitId", "teamId", "nodeId", "arrivedAt")
    values (${organisationId}::uuid, ${visitId}::uuid, ${teamId}::uuid, ${nodeId}::uuid, ${at})
    on conflict ("organisationId", "visitId") do update set "nodeId" = excluded."nodeId"
    returning (xmax = 0) as "isNew"`;
  return row?.isNew ?? false;
}

export type Departed = {
  readonly visitId: VisitId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
};

/** Takes a visit's presence away, unless it is connected to another node by now. */
export async function deletePresence(
  scope: OrganisationScope,
  visitId: VisitId,
  nodeId: string,
): Promise<boolean> {
  const { count } = await scope.db.presence.deleteMany({ where: { visitId, nodeId } });
  return count === 1;
}

/** Takes away every presence at these nodes. */
export async function deletePresencesAt(
  { db, organisationId }: OrganisationScope,
  nodeIds: readonly string[],
): Promise<readonly Departed[]> {
  return db.$queryRaw<Departed[]>`
    with gone as (
      delete from "Presence" where "organisationId" = ${organisationId}::uuid and "nodeId" = any(${[...nodeIds]}::uuid[])
      returning "visitId", "teamId")
    select gone."visitId", gone."teamId", v."appointmentId"
    from gone join "Visit" v on v."organisationId" = ${organisationId}::uuid and v.id = gone."visitId"`;
}

/** The conversation of an appointment, made when there is none yet, with the appointment's services. */
export async function findOrOpenConversation(
  { db, organisationId }: OrganisationScope,
  opening: {
    readonly appointmentId: AppointmentId;
    readonly teamId: TeamId;
    readonly channel: Channel;
    readonly roomName: RoomName;
    readonly at: Date;
  },
): Promise<ConversationId> {
  const { appointmentId, teamId, channel, roomName, at } = opening;
  const [made] = await db.$queryRaw<{ id: ConversationId }[]>`
    insert into "Conversation" ("organisationId", "appointmentId", "teamId", channel, "roomName", "startedAt")
    values (${organisationId}::uuid, ${appointmentId}::uuid, ${teamId}::uuid, ${channel}::"Channel", ${roomName}::uuid, ${at})
    on conflict ("organisationId", "appointmentId") do nothing
    returning id`;
  if (made !== undefined) {
    await db.$executeRaw`
      insert into "ConversationService" ("organisationId", "conversationId", "serviceId")
      select "organisationId", ${made.id}::uuid, "serviceId" from "AppointmentService"
      where "organisationId" = ${organisationId}::uuid and "appointmentId" = ${appointmentId}::uuid`;
    return made.id;
  }
  const known = await db.conversation.findFirstOrThrow({ where: { appointmentId }, select: { id: true } });
  return known.id as ConversationId;
}

/** Gives a visit its place in the conversation, outside the door; harmless when it has one. */
export async function addParticipant(
  { db, organisationId }: OrganisationScope,
  place: {
    readonly conversationId: ConversationId;
    readonly visitId: VisitId;
    readonly role: 'citizen' | 'companion';
  },
): Promise<void> {
  const { conversationId, visitId, role } = place;
  await db.$executeRaw`
    insert into "Participant" ("organisationId", "conversationId", role, "visitId")
    values (${organisationId}::uuid, ${conversationId}::uuid, ${role}::"ParticipantRole", ${visitId}::uuid)
    on conflict ("organisationId", "conversationId", "visitId") do nothing`;
}

/** Where a departed visit belongs; null when it is no more. */
export async function findVisitPlace(scope: OrganisationScope, visitId: VisitId): Promise<Departed | null> {
  const row = await scope.db.visit.findFirst({
    where: { id: visitId },
    select: { appointmentId: true, appointment: { select: { teamId: true } } },
  });
  if (row === null) return null;
  return {
    visitId,
    appointmentId: row.appointmentId as AppointmentId,
    teamId: row.appointment.teamId as TeamId,
  };
}
