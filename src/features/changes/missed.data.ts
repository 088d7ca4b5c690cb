import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';

/** Appointments that may be missed by the rule: the longest ago first. @param endedBefore their end, at the latest */
export async function listUnattended(
  { db }: OrganisationScope,
  endedBefore: EpochMilliseconds,
): Promise<readonly AppointmentId[]> {
  const rows = await db.appointment.findMany({
    where: {
      state: 'booked',
      channel: { in: ['video', 'chat'] },
      endAt: { lte: toDate(endedBefore) },
      conversation: null,
    },
    orderBy: { startAt: 'asc' },
    take: 500,
    select: { id: true },
  });
  return rows.map(({ id }) => id as AppointmentId);
}

export async function writeMissed(
  { db }: OrganisationScope,
  id: AppointmentId,
  at: EpochMilliseconds,
): Promise<void> {
  await db.appointment.updateMany({
    where: { id, state: 'booked' },
    data: { state: 'missed', missedAt: toDate(at) },
  });
}

/** Takes it back. What is so long ago that nobody can come any more took place, then. @returns whether it was missed */
export async function writeNotMissed(
  { db }: OrganisationScope,
  id: AppointmentId,
  state: 'booked' | 'completed',
): Promise<boolean> {
  const { count } = await db.appointment.updateMany({
    where: { id, state: 'missed' },
    data: { state, missedAt: null },
  });
  return count > 0;
}

/** Whether the citizen's page is in the waiting room at this moment. */
export async function isCitizenPresent({ db }: OrganisationScope, id: AppointmentId): Promise<boolean> {
  const where = { visit: { appointmentId: id, role: 'citizen' as const } };
  return (await db.presence.count({ where })) > 0;
}
