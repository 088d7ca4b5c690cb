import type { AppointmentId } from '#journey/ids.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * Keeps the appointment and its conversation as they are until the transaction ends: nobody admits, arrives or changes it
 * meanwhile.
 */
export async function holdAppointment(
  { db, organisationId }: OrganisationScope,
  id: AppointmentId,
): Promise<void> {
  await db.$queryRaw`
    select id from "Appointment" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
  await db.$queryRaw`
    select id from "Conversation" where "organisationId" = ${organisationId}::uuid and "appointmentId" = ${id}::uuid for update`;
}
