import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result } from '#journey/result.ts';
import { linkStageAt } from '#journey/stages.ts';
import type { Clock } from '#ports/clock.ts';
import type { CompanionLinkProblem } from './companion-link.ts';
import { findInvitedTo, type InvitedTo } from './companion-links.data.ts';

/** Who passes a link on: the citizen, or a clerk of the appointment's team. */
export type Inviter = StaffActor | VisitActor;
export type CompanionFailure = { readonly code: CompanionLinkProblem };

/** Does something about third persons of an appointment that is not over, if it is the actor's. */
export function asInviter<Value, Failure extends { readonly code: string } = CompanionFailure>(
  clock: Clock,
  actor: Inviter,
  appointmentId: AppointmentId,
  work: (scope: OrganisationScope, to: InvitedTo) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, CompanionFailure | Failure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    const to = await findInvitedTo(scope, appointmentId);
    if (to === null || !isTheirs(actor, appointmentId, to)) return fail({ code: 'notFound' });
    const stage = linkStageAt(to, to.conversationState, clock.now());
    const isOpen = stage === 'prepare' || stage === 'wait' || stage === 'call';
    if (!isOpen || to.channel !== 'video') return fail({ code: 'over' });
    return work(scope, to);
  });
}

function isTheirs(actor: Inviter, appointmentId: AppointmentId, { teamId, clerkId }: InvitedTo): boolean {
  // Whoever took the conversation over may be of another team.
  return actor.kind === 'staff'
    ? mayWorkForTeam(actor, teamId) || (clerkId !== null && clerkId === actor.staffMemberId)
    : actor.role === 'citizen' && actor.appointmentId === appointmentId;
}
