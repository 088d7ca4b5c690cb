import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, PreparatoryQuestionId } from '#journey/ids.ts';

/** What the citizen asked or remarked so far. */
export async function readRemark({ db }: OrganisationScope, id: AppointmentId): Promise<string | null> {
  const row = await db.appointment.findFirst({ where: { id }, select: { remark: true } });
  return row?.remark ?? null;
}

export async function writeRemark(
  { db }: OrganisationScope,
  id: AppointmentId,
  remark: string | null,
): Promise<void> {
  await db.appointment.updateMany({ where: { id }, data: { remark } });
}

/** @param value null takes the answer back */
export async function writeAnswer(
  { db, organisationId }: OrganisationScope,
  place: { readonly appointmentId: AppointmentId; readonly questionId: PreparatoryQuestionId },
  value: string | null,
  answeredAt: Date,
): Promise<void> {
  await db.preparationAnswer.deleteMany({ where: place });
  if (value !== null)
    await db.preparationAnswer.create({ data: { ...place, organisationId, value, answeredAt } });
}
