import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ConversationId, StaffMemberId, TextLineId } from '#journey/ids.ts';

export type NewLine = {
  readonly at: Date;
  readonly text: string;
} & (
  | {
      readonly author: 'citizen';
      readonly isMasked: boolean;
      readonly refusedFiles: number;
      readonly sourceReference: string;
    }
  | { readonly author: 'clerk'; readonly staffMemberId: StaffMemberId; readonly isMasked: boolean }
  | { readonly author: 'product' }
);

/** Adds a line at the end of a conversation whose row is ours. What is not the citizen's is sent at once. */
export async function addLine(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
  line: NewLine,
): Promise<{ readonly id: TextLineId; readonly number: number }> {
  const last = await db.textLine.aggregate({ where: { conversationId }, _max: { number: true } });
  const sent = line.author === 'citizen' ? {} : { state: 'planned' as const, nextAttemptAt: line.at };
  const row = await db.textLine.create({
    data: { organisationId, conversationId, number: (last._max.number ?? 0) + 1, ...sent, ...line },
    select: { id: true, number: true },
  });
  return { id: row.id as TextLineId, number: row.number };
}
