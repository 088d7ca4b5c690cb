import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request shows this secret (RFC 6750, section 2.1). Takes as long for a wrong one as for the right one. */
export function isBearer(headers: Headers, secret: string): boolean {
  const shown = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return shown !== undefined && timingSafeEqual(digest(shown), digest(secret));
}
