import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { DocumentId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { deleteDocument } from './documents.data.ts';

/**
 * The citizen takes a document of their appointment back: it is gone, with its bytes, also once the conversation is over.
 * @returns whether there was one
 */
export async function withdrawDocument(clock: Clock, actor: VisitActor, id: DocumentId): Promise<boolean> {
  if (actor.role !== 'citizen') return false;
  const { organisationId, appointmentId } = actor;
  return withOrganisation(organisationId, async (scope) => {
    const gone = await deleteDocument(scope, appointmentId, id);
    if (gone === null) return false;
    await renewPage(scope, appointmentId);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${gone.teamId}`],
      type: 'document.withdrawn',
      actor: eventActorOf(actor),
      payload: { appointmentId, documentId: id },
      at: clock.now(),
    });
    return true;
  });
}
