import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { findClerkPlace, findOrAddClerk } from './call.data.ts';
import { decideClerkRights } from './decide-rights.ts';
import type { PlaceReader } from './hold-place.ts';

/** Reads a clerk's place in the room of a conversation. */
export function clerkPlaceReader(actor: StaffActor, conversationId: ConversationId): PlaceReader {
  return () =>
    withOrganisation(actor.organisationId, async (scope) => {
      const place = await findClerkPlace(scope, conversationId);
      const decision = place && decideClerkRights(place, actor);
      if (place === null || decision === null) return null;
      if (!decision.ok) return decision;
      const participantId = await findOrAddClerk(scope, conversationId, actor.staffMemberId);
      const room = place.conversation.roomName;
      return {
        ok: true,
        value: { room, participantId, displayName: actor.name, rights: decision.value },
      };
    });
}
