import type { RequestId } from '#journey/ids.ts';
import type { Answer } from '../answer-request.ts';

/** Where a request has a page of its own, for who is asked. */
export function requestAddress(reference: string, id: RequestId): string {
  return `/a/${encodeURIComponent(reference)}/requests/${id}`;
}

/** Says what the visitor does with a request. @returns whether it worked */
export async function sendAnswer(reference: string, id: RequestId, answer: Answer): Promise<boolean> {
  try {
    const response = await fetch(`/api/visits/${encodeURIComponent(reference)}/requests/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    });
    return response.ok;
  } catch {
    return false;
  }
}
