import type { AppointmentId, ConversationId, ParticipantId } from '#journey/ids.ts';
import type { CallView } from '#journey/live-views.ts';
import type { Dossier } from '../dossier.ts';

/** Why the server refused; `unexpected` also when it could not be reached. */
export type Refusal = { readonly code: string; readonly clerkName?: string };
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

async function ask<Value>(path: string, init: RequestInit = {}): Promise<Answer<Value>> {
  try {
    const response = await fetch(`/api/seat/${path}`, {
      ...init,
      headers: init.method === undefined ? {} : { 'content-type': 'application/json' },
    });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, value: body as Value } : { ok: false, refusal: body as Refusal };
  } catch {
    return { ok: false, refusal: { code: 'unexpected' } };
  }
}

export function askDossier(appointmentId: AppointmentId, signal: AbortSignal): Promise<Answer<Dossier>> {
  return ask(`appointments/${appointmentId}`, { signal });
}

export function askAdmission(conversationId: ConversationId): Promise<Answer<CallView>> {
  return ask(`conversations/${conversationId}/admit`, { method: 'POST', body: '{}' });
}

/** Lets a guest in who stands at the door, or puts one out. */
export function askDoor(
  conversationId: ConversationId,
  participantId: ParticipantId,
  what: 'admit' | 'expel',
): Promise<Answer<unknown>> {
  return ask(`conversations/${conversationId}/participants/${participantId}/${what}`, {
    method: 'POST',
    body: '{}',
  });
}

/** Survives the page being left in the middle of it. */
export function sendNotes(conversationId: ConversationId, text: string): Promise<Answer<unknown>> {
  return ask(`conversations/${conversationId}/notes`, {
    method: 'PUT',
    body: JSON.stringify({ text }),
    keepalive: text.length < 15_000,
  });
}
