import type { RequestId } from '#journey/ids.ts';

/** Sends what a clerk does with a request. @returns the answer; null when it did not work */
export async function sendToRequest(
  id: RequestId,
  act: 'look' | 'judge' | 'number',
  body: object,
): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const response = await fetch(`/api/seat/requests/${id}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
