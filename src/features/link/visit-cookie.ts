import type { AppointmentReference, CookieToken } from '#journey/ids.ts';
import { visitCookie } from '#shared/cookies.ts';

/** As long as the booking itself is kept. */
const keptDaysAfter = 90;
const daySeconds = 86_400;
/** Browsers keep no cookie longer (draft-ietf-httpbis-rfc6265bis, section 5.5). */
const mostDays = 400;

type Visited = {
  readonly reference: AppointmentReference;
  /** Epoch milliseconds. */
  readonly endAt: number;
};

/** The cookie by which this browser opens the appointment from now on, as Next's cookie jar takes it. @param now epoch milliseconds */
export function visitCookieFor({ reference, endAt }: Visited, token: CookieToken, now: number) {
  const seconds = Math.round((endAt - now) / 1000) + keptDaysAfter * daySeconds;
  const maxAge = Math.min(Math.max(seconds, daySeconds), mostDays * daySeconds);
  const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge } as const;
  return { name: visitCookie(reference), value: token, ...attributes };
}

/** The same as a Set-Cookie header. */
export function visitCookieHeader(visited: Visited, token: CookieToken, now: number): string {
  const { name, value, path, maxAge } = visitCookieFor(visited, token, now);
  return `${name}=${value}; Path=${path}; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAge}`;
}
