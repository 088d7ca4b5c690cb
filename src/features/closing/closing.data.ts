import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, RoomName, StaffMemberId, TeamId } from '#journey/ids.ts';
import { measuredKept } from '#journey/measured-durations.ts';
import type { ConversationState } from '#journey/stages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Ending } from './ending.ts';

export type ClosingConversation = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  /** Of the appointment: another one where it was handed over. */
  readonly homeTeamId: TeamId;
  readonly state: ConversationState;
  readonly roomName: RoomName;
  readonly serviceIds: readonly string[];
  /** Epoch milliseconds; null while it waits. */
  readonly admittedAt: number | null;
  /** What of it took place before somebody was sent back to wait. */
  readonly spokenSeconds: number;
  readonly plannedMinutes: number;
};

/** A conversation that this clerk holds or held; null for every other one. */
export async function findOwnConversation(
  scope: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
): Promise<ClosingConversation | null> {
  const row = await scope.db.conversation.findFirst({
    where: { id: conversationId, clerkId, appointmentId: { not: null } },
    select: {
      appointmentId: true,
      teamId: true,
      state: true,
      roomName: true,
      admittedAt: true,
      spokenSeconds: true,
      appointment: { select: { teamId: true, startAt: true, endAt: true } },
      services: { select: { serviceId: true } },
    },
  });
  if (!row?.appointment) return null;
  const { startAt, endAt } = row.appointment;
  return {
    appointmentId: row.appointmentId as AppointmentId,
    teamId: row.teamId as TeamId,
    homeTeamId: row.appointment.teamId as TeamId,
    state: row.state,
    roomName: row.roomName as RoomName,
    serviceIds: row.services.map(({ serviceId }) => serviceId),
    admittedAt: row.admittedAt?.getTime() ?? null,
    spokenSeconds: row.spokenSeconds,
    plannedMinutes: (endAt.getTime() - startAt.getTime()) / MINUTE_MILLISECONDS,
  };
}

/** Ends the conversation if it still runs. Of two who end it at once, one is told true. */
export async function markEnded(
  scope: OrganisationScope,
  conversationId: ConversationId,
  { report, endedFor }: Pick<Ending, 'report' | 'endedFor'>,
  at: Date,
): Promise<boolean> {
  const { count } = await scope.db.conversation.updateMany({
    where: { id: conversationId, state: 'admitted' },
    data: {
      state: 'ended',
      endedAt: at,
      ...(endedFor === undefined ? { report: report === '' ? null : report } : { endedFor }),
    },
  });
  // What was asked of a colleague is over.
  await scope.db.forward.updateMany({
    where: { conversationId, state: { in: ['open', 'taken'] } },
    data: { state: 'withdrawn', settledAt: at },
  });
  return count === 1;
}

/** What was written beside the picture is kept until the conversation ends, and no longer. */
export async function eraseWritten({ db }: OrganisationScope, conversationId: ConversationId): Promise<void> {
  await db.textLine.deleteMany({ where: { conversationId } });
}

export async function saveOutcomes(
  scope: OrganisationScope,
  conversationId: ConversationId,
  outcomes: Ending['outcomes'],
): Promise<void> {
  for (const { serviceId, outcome } of outcomes) {
    await scope.db.conversationService.updateMany({
      where: { conversationId, serviceId },
      data: { outcome },
    });
  }
}

export async function completeAppointment(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<void> {
  await scope.db.appointment.updateMany({
    where: { id: appointmentId, state: 'booked' },
    data: { state: 'completed' },
  });
}

/** Keeps how long a conversation about these services took, for what is told to those who wait. */
export async function keepDuration(
  { db, organisationId }: OrganisationScope,
  serviceIds: readonly string[],
  percent: number,
): Promise<void> {
  // Locks are taken in the order of ids.
  await db.$executeRaw`
    update "Service" s set "measuredPercents" = (array_prepend(${percent}::int, s."measuredPercents"))[1:${measuredKept}::int]
    from (
      select id from "Service" where "organisationId" = ${organisationId}::uuid and id = any(${serviceIds}::uuid[])
      order by id for no key update) as spoken
    where s."organisationId" = ${organisationId}::uuid and s.id = spoken.id`;
}
