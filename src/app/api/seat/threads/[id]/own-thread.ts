import type { StaffActor } from '#journey/actor.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { currentStaff } from '../../../../current-request.ts';

export type ThreadParams = { readonly params: Promise<{ id: string }> };

/** Who asks, and about which conversation; null when nobody is signed on, or the id is none. */
export async function ownThread({
  params,
}: ThreadParams): Promise<{ readonly actor: StaffActor; readonly id: ConversationId } | null> {
  const [actor, { id: given }] = await Promise.all([currentStaff(), params]);
  const id = parseId<ConversationId>(given);
  return actor === null || id === null ? null : { actor, id };
}
