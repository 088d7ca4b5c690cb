import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';

export async function writeTookPlace({ db }: OrganisationScope, id: AppointmentId): Promise<void> {
  await db.appointment.updateMany({ where: { id, state: 'booked' }, data: { state: 'completed' } });
}

/** Takes it back; what the waiting room saw stays. @returns whether there was something to take back */
export async function writeOpenAgain({ db }: OrganisationScope, id: AppointmentId): Promise<boolean> {
  const { count } = await db.appointment.updateMany({
    where: { id, state: 'completed', channel: { notIn: ['video', 'chat'] }, conversation: null },
    data: { state: 'booked' },
  });
  return count > 0;
}
