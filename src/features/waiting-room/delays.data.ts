import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';

/** Teams at whose seats somebody sits or speaks: only there a delay can be told. @param now epoch milliseconds */
export async function listBusyTeams({ db }: OrganisationScope, now: number): Promise<readonly TeamId[]> {
  const rows = await db.team.findMany({
    where: {
      OR: [
        { seats: { some: { sessions: { some: { expiresAt: { gt: new Date(now) } } } } } },
        { conversations: { some: { state: 'admitted', appointmentId: { not: null } } } },
      ],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id as TeamId);
}

type Known = { readonly startAt: number; readonly toldStartAt: number | null };

/** How to reach the citizen, while the appointment is still what it was and nothing else was told; else null. */
export async function findTold(
  { db }: OrganisationScope,
  id: AppointmentId,
  { startAt, toldStartAt }: Known,
): Promise<{ readonly email: string | null; readonly phone: string | null } | null> {
  return db.appointment.findFirst({
    where: {
      id,
      state: 'booked',
      startAt: new Date(startAt),
      toldStartAt: toldStartAt === null ? null : new Date(toldStartAt),
    },
    select: { email: true, phone: true },
  });
}

/** @param startAt null for the agreed one, of which nobody has to be told */
export async function writeTold(
  { db }: OrganisationScope,
  id: AppointmentId,
  startAt: number | null,
): Promise<void> {
  const toldStartAt = startAt === null ? null : new Date(startAt);
  await db.appointment.updateMany({ where: { id }, data: { toldStartAt } });
}

/** Whether word of a delay was sent, or may have been. */
export async function hasLeft({ db }: OrganisationScope, appointmentId: AppointmentId): Promise<boolean> {
  const state = { in: ['sending' as const, 'accepted' as const, 'delivered' as const, 'read' as const] };
  return (await db.message.count({ where: { appointmentId, kind: 'delayed', state } })) > 0;
}
