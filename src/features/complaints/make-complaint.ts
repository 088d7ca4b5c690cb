import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import type { Clock } from '#ports/clock.ts';
import type { ComplaintForm } from './complaint.ts';
import {
  addComplaint,
  findConcerned,
  type ListedComplaint,
  readComplaints,
  settle,
} from './complaints.data.ts';

/**
 * Keeps a complaint for the supervisors. Sent twice it is one.
 * @returns whether it is kept: false when nothing of the appointment is any more
 */
export async function makeComplaint(clock: Clock, actor: VisitActor, form: ComplaintForm): Promise<boolean> {
  const now = clock.now();
  return withOrganisation(actor.organisationId, async (scope) => {
    const concerned = await findConcerned(scope, actor.appointmentId);
    if (concerned === null) return false;
    if (!(await addComplaint(scope, form, { ...concerned, madeAt: new Date(now) }))) return true;
    await recordEvent(scope, {
      streams: [`organisation:${actor.organisationId}`],
      type: 'complaint.made',
      actor: eventActorOf(actor),
      payload: { subject: form.subject },
      at: now,
    });
    return true;
  });
}

/** The complaints that a supervisor may read: none about themselves. Null for everybody else. */
export async function listComplaints(actor: StaffActor): Promise<readonly ListedComplaint[] | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  return withOrganisation(actor.organisationId, (scope) => readComplaints(scope, actor.staffMemberId));
}

/** A supervisor dealt with it; of one's own nobody says so. @returns whether it was open */
export async function settleComplaint(clock: Clock, actor: StaffActor, id: string): Promise<boolean> {
  if (!mayDo(actor, 'seeInsights')) return false;
  const now = clock.now();
  return withOrganisation(actor.organisationId, async (scope) => {
    if (!(await settle(scope, id, actor.staffMemberId, new Date(now)))) return false;
    await recordEvent(scope, {
      streams: [`organisation:${actor.organisationId}`],
      type: 'complaint.settled',
      actor: eventActorOf(actor),
      payload: { complaintId: id },
      at: now,
    });
    return true;
  });
}
