import type { AppointmentId, MessageId } from '#journey/ids.ts';
import type { PlannedMessage } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * Writes down which messages a change to an appointment brings. One that is planned already, such as the reminder of a time
 * that somebody moves back to, stays as it is.
 * @returns those that are due at `now`
 */
export async function insertMessages(
  { db, organisationId }: OrganisationScope,
  appointmentId: AppointmentId,
  messages: readonly PlannedMessage[],
  now: EpochMilliseconds,
): Promise<readonly MessageId[]> {
  const rows = await db.message.createManyAndReturn({
    data: messages.map(({ plannedAt, aboutStartAt, ...message }) => ({
      ...message,
      organisationId,
      appointmentId,
      plannedAt: new Date(plannedAt),
      aboutStartAt: aboutStartAt === undefined ? null : new Date(aboutStartAt),
      nextAttemptAt: new Date(plannedAt),
    })),
    select: { id: true, plannedAt: true },
    skipDuplicates: true,
  });
  return rows.filter(({ plannedAt }) => plannedAt.getTime() <= now).map(({ id }) => id as MessageId);
}
