import type { CompanionRole } from '#journey/companion-roles.ts';
import type { AppointmentId, CompanionLinkId, ConversationId, ParticipantId } from '#journey/ids.ts';
import type { CompanionLinkView } from '../companion-link.ts';
import type { TypedRecipient } from '../read-recipient.ts';

type PathAnswer =
  | { readonly ok: true; readonly path: string | null }
  | { readonly ok: false; readonly code: string };

async function ask(path: string, method: 'POST' | 'PUT', body: object): Promise<PathAnswer> {
  try {
    const response = await fetch(`/api/seat/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = (await response.json()) as { readonly path?: string; readonly code?: string };
    return response.ok
      ? { ok: true, path: said.path ?? null }
      : { ok: false, code: said.code ?? 'unexpected' };
  } catch {
    return { ok: false, code: 'unexpected' };
  }
}

/** The links of an appointment; null when the server could not be reached. */
export async function askLinks(
  id: AppointmentId,
  signal: AbortSignal,
): Promise<readonly CompanionLinkView[] | null> {
  try {
    const response = await fetch(`/api/seat/appointments/${id}/companions`, { signal });
    return response.ok ? ((await response.json()) as readonly CompanionLinkView[]) : null;
  } catch {
    return null;
  }
}

export function sendInvitation(id: AppointmentId, role: CompanionRole): Promise<PathAnswer> {
  return ask(`appointments/${id}/companions`, 'POST', { role });
}

export function sendLinkAct(
  id: AppointmentId,
  linkId: CompanionLinkId,
  act: 'show' | 'withdraw',
): Promise<PathAnswer> {
  return ask(`appointments/${id}/companions/${linkId}`, 'PUT', { act });
}

/** Sends a link to an address or a mobile number. */
export function sendLinkTo(
  id: AppointmentId,
  linkId: CompanionLinkId,
  typed: TypedRecipient,
): Promise<PathAnswer> {
  return ask(`appointments/${id}/companions/${linkId}`, 'PUT', { act: 'send', ...typed });
}

/** @returns whether it was done */
export async function sendRole(
  conversationId: ConversationId,
  participantId: ParticipantId,
  role: CompanionRole,
): Promise<boolean> {
  return (await ask(`conversations/${conversationId}/participants/${participantId}/role`, 'PUT', { role }))
    .ok;
}
