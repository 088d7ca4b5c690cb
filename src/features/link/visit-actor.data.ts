import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, AppointmentReference, CookieToken, VisitId } from '#journey/ids.ts';
import { hashToken } from '#shared/secrets.ts';

/**
 * Who holds this cookie for this appointment, as the database says now; null when nobody does.
 * A device that yielded to another one is still known: what it may do is decided where it is read.
 */
export async function findVisitActor(
  scope: OrganisationScope,
  reference: AppointmentReference,
  token: CookieToken,
): Promise<VisitActor | null> {
  const visit = await scope.db.visit.findFirst({
    where: { tokenHash: hashToken(token), appointment: { reference } },
    select: { id: true, appointmentId: true, role: true },
  });
  if (visit === null) return null;
  return {
    kind: 'visitor',
    organisationId: scope.organisationId,
    visitId: visit.id as VisitId,
    appointmentId: visit.appointmentId as AppointmentId,
    role: visit.role,
  };
}
