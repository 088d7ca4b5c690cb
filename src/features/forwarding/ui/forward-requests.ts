import type { ConversationId, ForwardId } from '#journey/ids.ts';
import type { ForwardAct, NewForward, Receivers } from '../forward.ts';

/** Null when it was done, else the code of the refusal. */
async function send(path: string, method: 'POST' | 'PUT', body: object): Promise<string | null> {
  try {
    const response = await fetch(`/api/seat/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    return ((await response.json()) as { readonly code?: string }).code ?? 'unexpected';
  } catch {
    return 'unexpected';
  }
}

export function sendForward(id: ConversationId, wanted: NewForward): Promise<string | null> {
  return send(`conversations/${id}/forward`, 'POST', wanted);
}

export function sendForwardAct(id: ForwardId, act: ForwardAct): Promise<string | null> {
  return send(`forwards/${id}`, 'PUT', { act });
}

/** To whom a conversation can be passed on; null when the server could not be reached. */
export async function askReceivers(signal: AbortSignal): Promise<Receivers | null> {
  try {
    const response = await fetch('/api/seat/receivers', { signal });
    return response.ok ? ((await response.json()) as Receivers) : null;
  } catch {
    return null;
  }
}
