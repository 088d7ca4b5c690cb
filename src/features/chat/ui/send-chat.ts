import type { Typed } from '../type-along.ts';

const timeoutMilliseconds = 8_000;

/** `later`: no network, a server that cannot answer, or too many lines at once. `over`: this person writes here no more. */
export type SendOutcome = 'taken' | 'later' | 'over';

/** Where a conversation's writing is read and written. */
export type ChatAddress = {
  /** Below `/events/`. */
  readonly events: string;
  /** Below `/api/`. */
  readonly lines: string;
};

export function visitChatAddress(reference: string): ChatAddress {
  const name = encodeURIComponent(reference);
  return { events: `/events/visits/${name}/chat`, lines: `/api/visits/${name}/chat` };
}

export function seatChatAddress(conversationId: string): ChatAddress {
  const name = `seat/conversations/${conversationId}/chat`;
  return { events: `/events/${name}`, lines: `/api/${name}` };
}

/** Shows the others what is being typed. What gets lost is not missed: the next letter brings it again. */
export async function sendTyped(address: string, typed: Typed): Promise<void> {
  await post(`${address}/typing`, typed).catch(() => {});
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
}

/** Hands a line to the server. */
export async function sendChatLine(
  address: string,
  line: { readonly key: string; readonly text: string },
): Promise<SendOutcome> {
  try {
    const response = await post(address, line);
    if (response.ok) return 'taken';
    return response.status === 404 ? 'over' : 'later';
  } catch {
    return 'later';
  }
}
