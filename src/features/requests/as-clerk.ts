import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result } from '#journey/result.ts';
import { type AskedAbout, findAskedAbout } from './requests.data.ts';

type Work<Value, Failure extends { readonly code: string }> = (
  scope: OrganisationScope,
  about: AskedAbout,
) => Promise<Result<Value, Failure>>;

/** Does something for an appointment of the clerk's team, or one whose conversation is in their hands, while nobody else changes it. */
export function asClerk<Value, Failure extends { readonly code: string }>(
  actor: StaffActor,
  appointmentId: AppointmentId,
  work: Work<Value, Failure>,
): Promise<Result<Value, Failure | { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    return authorised(scope, actor, appointmentId, work);
  });
}

/** Only looks: every seat that shows the appointment does at each of its events, and must keep nobody waiting who admits. */
export function asReadingClerk<Value, Failure extends { readonly code: string }>(
  actor: StaffActor,
  appointmentId: AppointmentId,
  work: Work<Value, Failure>,
): Promise<Result<Value, Failure | { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, (scope) => authorised(scope, actor, appointmentId, work));
}

async function authorised<Value, Failure extends { readonly code: string }>(
  scope: OrganisationScope,
  actor: StaffActor,
  appointmentId: AppointmentId,
  work: Work<Value, Failure>,
): Promise<Result<Value, Failure | { readonly code: 'notFound' }>> {
  const about = await findAskedAbout(scope, appointmentId);
  return about === null || !isTheirs(actor, about) ? fail({ code: 'notFound' }) : work(scope, about);
}

function isTheirs(actor: StaffActor, { teamId, clerkId }: AskedAbout): boolean {
  if (!mayDo(actor, 'workAtSeat')) return false;
  return mayWorkForTeam(actor, teamId) || clerkId === actor.staffMemberId;
}
