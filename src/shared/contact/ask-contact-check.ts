import type { ContactCheck } from './check-contact.ts';

/** What the server says of an address and a number that a clerk is typing; null when it could not be asked. */
export async function askContactCheck(
  typed: { readonly email: string; readonly phone: string },
  signal: AbortSignal,
): Promise<ContactCheck | null> {
  try {
    const response = await fetch('/api/seat/bookings/contact', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typed),
      signal,
    });
    return response.ok ? ((await response.json()) as ContactCheck) : null;
  } catch {
    return null;
  }
}
