import { withOrganisation } from '#db/organisation-scope.ts';
import { passOn } from '#db/pass-on.ts';
import { type LiveTyping, steeringSigns } from '#journey/chat.ts';
import { toLiveText } from '#journey/live-text.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { findChatPlace } from './chat.data.ts';
import { actorOf, type ChatWriter, chatPersonOf } from './write-line.ts';

/** What stands in somebody's field, and where in it they type. Empty when they stopped. */
export type Typed = { readonly text: string; readonly caret: number };

/**
 * Shows the others in a conversation what this person is typing (real-time text). Nothing of it is kept, and a number that may become
 * a sensitive one is held back.
 */
export async function typeAlong(
  writer: ChatWriter,
  { text, caret }: Typed,
): Promise<Result<null, { readonly code: 'notFound' }>> {
  const person = chatPersonOf(writer);
  const { organisationId } = actorOf(writer);
  const place = person && (await withOrganisation(organisationId, (scope) => findChatPlace(scope, person)));
  if (place === null) return fail({ code: 'notFound' });
  const { participantId, name, conversationId } = place;
  // As many signs as before, so that the caret stays where it is.
  const typing: LiveTyping = {
    participantId,
    name,
    text: toLiveText(text.replace(steeringSigns, ' '), caret),
  };
  await passOn(organisationId, `conversation:${conversationId}`, typing);
  return succeed(null);
}
