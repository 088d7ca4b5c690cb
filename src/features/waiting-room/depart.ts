import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { Arrival } from './arrive.ts';
import { type Departed, deletePresence, deletePresencesAt, findVisitPlace } from './presence.data.ts';

/** Writes down that a visit's page is gone from this node; nothing when it is connected to another one by now. */
export function depart({ organisationId, visitId, nodeId, now }: Arrival): Promise<void> {
  return withOrganisation(organisationId, async (scope) => {
    if (!(await deletePresence(scope, visitId, nodeId))) return;
    const place = await findVisitPlace(scope, visitId);
    if (place !== null) await recordDeparture(scope, place, now);
  });
}

/** Writes down that everybody is gone who was connected to nodes that died. @returns how many */
export function departFrom(
  organisationId: OrganisationId,
  nodeIds: readonly string[],
  now: number,
): Promise<number> {
  return withOrganisation(organisationId, async (scope) => {
    const gone = await deletePresencesAt(scope, nodeIds);
    for (const departed of gone) await recordDeparture(scope, departed, now);
    return gone.length;
  });
}

function recordDeparture(
  scope: OrganisationScope,
  { visitId, appointmentId, teamId }: Departed,
  now: number,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: 'visit.departed',
    actor: systemActor,
    payload: { appointmentId, visitId },
    at: now,
  });
}
