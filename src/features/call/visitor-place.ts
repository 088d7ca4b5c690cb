import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import { fail } from '#journey/result.ts';
import { findVisitorPlace } from './call.data.ts';
import { decideVisitorRights } from './decide-rights.ts';
import type { PlaceReader } from './hold-place.ts';

export type Visitor = Pick<VisitActor, 'organisationId' | 'visitId'>;

/** Whether this visitor's turn is close; the waiting room knows. */
export type NearFront = (scope: OrganisationScope, actor: Visitor) => Promise<boolean>;

/** Reads a visitor's place in the room. */
export function visitorPlaceReader(actor: Visitor, isNearFront: NearFront): PlaceReader {
  return () =>
    withOrganisation(actor.organisationId, async (scope) => {
      const place = await findVisitorPlace(scope, actor.visitId);
      if (place === null) return fail({ code: 'notYet' as const });
      const waits = place.conversation.state === 'waiting';
      const decision = decideVisitorRights(place, waits && (await isNearFront(scope, actor)));
      if (!decision.ok) return decision;
      const { participantId, displayName, conversation } = place;
      return {
        ok: true,
        value: { room: conversation.roomName, participantId, displayName, rights: decision.value },
      };
    });
}
