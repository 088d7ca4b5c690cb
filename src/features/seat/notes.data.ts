import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ConversationId, StaffMemberId } from '#journey/ids.ts';

/** Keeps the notes of a running conversation of this clerk. @returns false when it is not running or not theirs */
export async function saveNotes(
  scope: OrganisationScope,
  conversationId: ConversationId,
  clerkId: StaffMemberId,
  text: string,
): Promise<boolean> {
  const { count } = await scope.db.conversation.updateMany({
    where: { id: conversationId, clerkId, state: 'admitted', appointmentId: { not: null } },
    data: { report: text === '' ? null : text },
  });
  return count === 1;
}
