import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { type LinkStage, linkStageAt } from '#journey/stages.ts';

export type PreparedAppointment = {
  readonly teamId: TeamId;
  /** At a moment in epoch milliseconds. */
  readonly stageAt: (now: number) => LinkStage;
};

/** The appointment that somebody prepares; null when there is none. */
export async function findPrepared(
  { db }: OrganisationScope,
  id: AppointmentId,
): Promise<PreparedAppointment | null> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      teamId: true,
      state: true,
      channel: true,
      startAt: true,
      endAt: true,
      conversation: { select: { state: true } },
    },
  });
  if (row === null) return null;
  const times = { ...row, startAt: row.startAt.getTime(), endAt: row.endAt.getTime() };
  return {
    teamId: row.teamId as TeamId,
    stageAt: (now) => linkStageAt(times, row.conversation?.state ?? null, now),
  };
}

/** Writes that something is ready. @returns false when it was already */
export async function addReadyItem(
  { db, organisationId }: OrganisationScope,
  item: { readonly appointmentId: AppointmentId; readonly itemKey: string; readonly readyAt: Date },
): Promise<boolean> {
  const { count } = await db.readyItem.createMany({
    data: [{ ...item, organisationId }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** @returns false when it was not ready */
export async function dropReadyItem(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  itemKey: string,
): Promise<boolean> {
  const { count } = await db.readyItem.deleteMany({ where: { appointmentId, itemKey } });
  return count === 1;
}
