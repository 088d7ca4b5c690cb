import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { saveNotes } from './notes.data.ts';

/**
 * Keeps what the clerk writes while speaking; it becomes the report at the end. Nobody else sees it, so no event is recorded.
 * @returns false when the clerk does not hold this conversation (any more)
 */
export function keepNotes(actor: StaffActor, conversationId: ConversationId, text: string): Promise<boolean> {
  return withOrganisation(actor.organisationId, (scope) =>
    saveNotes(scope, conversationId, actor.staffMemberId, text),
  );
}
