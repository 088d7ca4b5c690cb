import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, StaffMemberId, TeamId } from '#journey/ids.ts';

/** What clerks wrote down for themselves before a conversation. */
export type PreparationNotes = {
  readonly text: string;
  /** 0 before anybody wrote. */
  readonly revision: number;
};

/** Whether the appointment is of that team. Holds it, so that writers come one after the other. */
export async function holdOwnAppointment(
  { db, organisationId }: OrganisationScope,
  id: AppointmentId,
  teamId: TeamId,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select id from "Appointment" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid
      and "teamId" = ${teamId}::uuid for no key update`;
  return rows.length === 1;
}

export async function readPreparationNotes(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<PreparationNotes> {
  const row = await db.preparationNotes.findFirst({
    where: { appointmentId },
    select: { text: true, revision: true },
  });
  return row ?? { text: '', revision: 0 };
}

/** Writes the notes with the number after the one that was read. */
export async function writePreparationNotes(
  { db, organisationId }: OrganisationScope,
  appointmentId: AppointmentId,
  notes: PreparationNotes & { readonly writtenAt: Date; readonly writtenById: StaffMemberId },
): Promise<void> {
  const { count } = await db.preparationNotes.updateMany({ where: { appointmentId }, data: notes });
  if (count === 0) await db.preparationNotes.create({ data: { ...notes, appointmentId, organisationId } });
}
