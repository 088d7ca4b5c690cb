import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import { defaultRetentionDays } from '#journey/retention.ts';

/**
 * Takes hold of appointments of which nothing may be kept any more (the rule of journey/retention.ts), oldest first; those that
 * another transaction holds are left to it.
 */
export async function takeOutlived(
  { db, organisationId }: OrganisationScope,
  now: Date,
  most: number,
): Promise<readonly AppointmentId[]> {
  const rows = await db.$queryRaw<{ id: AppointmentId }[]>`
    select a.id from "Appointment" a
    where a."organisationId" = ${organisationId}::uuid and a."endAt" <= ${now}
      and a."endAt" + interval '24 hours' * coalesce(
        (select max(s."retentionDays") from "AppointmentService" o
          join "Service" s on s."organisationId" = o."organisationId" and s.id = o."serviceId"
          where o."organisationId" = a."organisationId" and o."appointmentId" = a.id),
        ${defaultRetentionDays}::int) <= ${now}
    order by a."endAt" limit ${most}::int for update of a skip locked`;
  return rows.map(({ id }) => id);
}

/** What refers to an appointment goes with it. */
export async function deleteAppointments(
  { db }: OrganisationScope,
  ids: readonly AppointmentId[],
): Promise<void> {
  // What somebody wrote has days of its own.
  await db.conversation.updateMany({
    where: { aboutAppointmentId: { in: [...ids] } },
    data: { aboutAppointmentId: null },
  });
  await db.appointment.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Deletes conversations with somebody who wrote that were closed by then, oldest first; those that another transaction holds are left to it. */
export async function deleteClosedThreads(
  { db, organisationId }: OrganisationScope,
  closedBefore: Date,
  most: number,
): Promise<readonly ConversationId[]> {
  const rows = await db.$queryRaw<{ id: ConversationId }[]>`
    delete from "Conversation" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "Conversation" where "organisationId" = ${organisationId}::uuid and means is not null
        and state = 'ended' and "endedAt" <= ${closedBefore}
      order by "endedAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}
