/**
 * Where a request comes from, for counting attempts. The entrance sets X-Forwarded-For itself unless a trusted proxy does; of
 * what such a proxy sends, only the last entry is its own word.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}

/** The machine itself (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3), also written as IPv6. */
const loopback = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;

/**
 * Whether an address says who asks. The machine's own does not: it stands for everybody behind a proxy that does not name them,
 * and nobody is refused for what others tried.
 */
export function namesSomebody(address: string): boolean {
  return !loopback.test(address);
}
