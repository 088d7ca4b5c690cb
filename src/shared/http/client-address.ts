/**
 * Where a request comes from, for counting attempts. The entrance sets X-Forwarded-For itself unless a trusted proxy does; of
 * what such a proxy sends, only the last entry is its own word.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
