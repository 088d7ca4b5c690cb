import type { AppointmentId } from '#journey/ids.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * Says that the appointment's page shows something else now, in the transaction of the change: pages that are open ask for it again. For
 * what their live view does not hold itself.
 */
export async function renewPage({ db }: OrganisationScope, id: AppointmentId): Promise<void> {
  await db.appointment.updateMany({ where: { id }, data: { pageVersion: { increment: 1 } } });
}
