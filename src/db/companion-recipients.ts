import type { AppointmentId, CompanionLinkId } from '#journey/ids.ts';
import type { CompanionRecipient } from '#journey/message-plan.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** Third persons who were sent their link to an appointment, and whose link is still good. */
export async function readCompanionRecipients(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly CompanionRecipient[]> {
  const rows = await db.companionLink.findMany({
    where: { appointmentId, withdrawnAt: null, language: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, email: true },
  });
  return rows.map(({ id, email }) => ({
    companionLinkId: id as CompanionLinkId,
    channel: email === null ? 'sms' : 'email',
  }));
}
