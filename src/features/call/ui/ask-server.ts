import { type MediaAccess, type MediaRefusalCode, mediaRefusalCodes } from '../media-access.ts';

export type Answer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: MediaRefusalCode }
  /** No network, or a server that cannot answer now. */
  | { readonly kind: 'unreachable' };

const timeoutMilliseconds = 8_000;

/** Asks for a place in the room. @param address where this browser's access is given */
export function askAccess(address: string): Promise<Answer<MediaAccess>> {
  return ask<MediaAccess>(address);
}

/** Asks that the rights of this connection be made what the database says. */
export function askRights(address: string): Promise<Answer<unknown>> {
  return ask(`${address}/rights`);
}

async function ask<Value>(address: string): Promise<Answer<Value>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!response.ok && response.status !== 404) return { kind: 'unreachable' };
    const body: unknown = await response.json();
    const code = readCode(body);
    return code === null ? { kind: 'given', value: body as Value } : { kind: 'refused', code };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readCode(body: unknown): MediaRefusalCode | null {
  const code = (body as { code?: unknown } | null)?.code;
  if (code === undefined) return null;
  return mediaRefusalCodes.find((known) => known === code) ?? 'unknown';
}
