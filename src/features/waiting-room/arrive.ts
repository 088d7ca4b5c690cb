import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, RoomName, VisitId } from '#journey/ids.ts';
import { addParticipant, findOrOpenConversation, holdVisit, savePresence } from './presence.data.ts';
import { readVisit } from './visit-view.data.ts';
import { stageOfVisit } from './visit-view.ts';

/** A visit's page, connected to a node. */
export type Arrival = {
  readonly organisationId: OrganisationId;
  readonly visitId: VisitId;
  readonly nodeId: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * Writes down that somebody is there: the first who comes opens the conversation, and everybody gets a place outside its door.
 * Nothing happens when the waiting room is not open for this visit. Said again (a reload, another node) it tells nobody anew.
 */
export function arrive({ organisationId, visitId, nodeId, now }: Arrival): Promise<void> {
  return withOrganisation(organisationId, async (scope) => {
    await holdVisit(scope, visitId);
    const visit = await readVisit(scope, visitId);
    if (visit === null || visit.yielded) return;
    const { appointmentId, teamId, channel, role } = visit;
    const stage = stageOfVisit(visit, now);
    if (stage !== 'wait' && stage !== 'call') return;

    const at = new Date(now);
    const roomName = randomUUID() as RoomName;
    const opening = { appointmentId, teamId, channel, roomName, at };
    const conversationId = await findOrOpenConversation(scope, opening);
    await addParticipant(scope, { conversationId, visitId, role });
    if (!(await savePresence(scope, { visitId, teamId, nodeId, at }))) return;
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'visit.arrived',
      actor: { kind: 'citizen', id: visitId },
      payload: { appointmentId, conversationId, visitId, role },
      at: now,
    });
  });
}
