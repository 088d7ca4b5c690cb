import type { ConversationId, StaffMemberId } from '#journey/ids.ts';
import type { Thread } from '../threads.data.ts';

/** Why the server refused; `unexpected` also when it could not be reached. */
export type ThreadRefusal = { readonly code: string; readonly clerkName?: string };
export type ThreadReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: ThreadRefusal };

async function ask<Value>(path: string, init: RequestInit): Promise<ThreadReply<Value>> {
  try {
    const response = await fetch(`/api/seat/threads/${path}`, {
      ...init,
      headers: init.method === undefined ? {} : { 'content-type': 'application/json' },
    });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, value: body as Value } : { ok: false, refusal: body as ThreadRefusal };
  } catch {
    return { ok: false, refusal: { code: 'unexpected' } };
  }
}

export function askThread(id: ConversationId, signal: AbortSignal): Promise<ThreadReply<Thread>> {
  return ask(id, { signal });
}

export function sendAnswer(
  id: ConversationId,
  answer: { readonly text: string; readonly withLink: boolean },
): Promise<ThreadReply<unknown>> {
  return ask(`${id}/answer`, { method: 'POST', body: JSON.stringify(answer) });
}

/** Takes it in hand, from a colleague where one had it; or gives it back. */
export function sendClaim(
  id: ConversationId,
  claim: { readonly mine: boolean; readonly from: StaffMemberId | null },
): Promise<ThreadReply<unknown>> {
  return ask(`${id}/claim`, { method: 'PUT', body: JSON.stringify(claim) });
}

/** Takes the closing back. */
export function sendReopen(id: ConversationId): Promise<ThreadReply<unknown>> {
  return ask(`${id}/reopen`, { method: 'POST', body: '{}' });
}

export function sendClose(id: ConversationId): Promise<ThreadReply<unknown>> {
  return ask(`${id}/close`, { method: 'POST', body: '{}' });
}
