import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, RoomName, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { Workplace } from './workplace.ts';

/** Whether somebody of this team can be called about an appointment now: it is by telephone, and nobody speaks or spoke with them. */
export async function isToBeCalled(
  { db }: OrganisationScope,
  id: AppointmentId,
  teamId: TeamId,
): Promise<boolean> {
  const where = { id, teamId, channel: 'phone' as const, state: 'booked' as const, conversation: null };
  return (await db.appointment.count({ where })) === 1;
}

/** Begins a conversation by telephone: there is nobody to be let in. Throws a unique violation when this clerk is in another one. */
export async function beginByPhone(
  { db, organisationId }: OrganisationScope,
  appointmentId: AppointmentId,
  by: {
    readonly workplace: Workplace;
    readonly clerkId: StaffMemberId;
    readonly roomName: RoomName;
    readonly at: Date;
  },
): Promise<ConversationId> {
  const { workplace, clerkId, roomName, at } = by;
  const services = await db.appointmentService.findMany({
    where: { appointmentId },
    select: { serviceId: true },
  });
  const { id: conversationId } = await db.conversation.create({
    data: {
      organisationId,
      appointmentId,
      ...workplace,
      clerkId,
      roomName,
      channel: 'phone',
      state: 'admitted',
      startedAt: at,
      admittedAt: at,
    },
    select: { id: true },
  });
  await db.conversationService.createMany({
    data: services.map(({ serviceId }) => ({ organisationId, conversationId, serviceId })),
  });
  return conversationId as ConversationId;
}

/** Takes back a conversation by telephone of this clerk that did not come about. @returns whether it was one */
export async function undoByPhone(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  clerkId: StaffMemberId,
): Promise<boolean> {
  const { count } = await db.conversation.deleteMany({
    where: { appointmentId, clerkId, state: 'admitted', channel: 'phone', appointment: { channel: 'phone' } },
  });
  return count === 1;
}
