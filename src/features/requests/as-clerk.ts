import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result } from '#journey/result.ts';
import { type AskedAbout, findAskedAbout } from './requests.data.ts';

/** Does something for an appointment of the clerk's team, or one whose conversation is in their hands. */
export function asClerk<Value, Failure extends { readonly code: string }>(
  actor: StaffActor,
  appointmentId: AppointmentId,
  work: (scope: OrganisationScope, about: AskedAbout) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    const about = await findAskedAbout(scope, appointmentId);
    if (about === null || !isTheirs(actor, about)) return fail({ code: 'notFound' as const });
    return work(scope, about);
  });
}

function isTheirs(actor: StaffActor, { teamId, clerkId }: AskedAbout): boolean {
  if (!mayDo(actor, 'workAtSeat')) return false;
  return mayWorkForTeam(actor, teamId) || clerkId === actor.staffMemberId;
}
