'use client';

import type { ConversationId } from '#journey/ids.ts';
import { sendNotes } from './seat-requests.ts';
import { type KeepOutcome, type KeptText, useKeptText } from './use-kept-text.ts';

export type Notes = KeptText;

/** What the clerk writes while speaking. A conversation that is over takes its notes from the form that ended it. */
export function useNotes(conversationId: ConversationId | null, initial: string | null): Notes {
  return useKeptText(conversationId, initial, async (id, text): Promise<KeepOutcome> => {
    const answer = await sendNotes(id, text);
    if (answer.ok) return { kind: 'kept' };
    return { kind: answer.refusal.code === 'notFound' ? 'gone' : 'failed' };
  });
}
