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

/** The Set-Cookie header by which this browser opens the appointment from now on. @param now epoch milliseconds */
export function visitCookieHeader({ reference, endAt }: Visited, token: CookieToken, now: number): string {
  const seconds = Math.round((endAt - now) / 1000) + keptDaysAfter * daySeconds;
  const maxAge = Math.min(Math.max(seconds, daySeconds), mostDays * daySeconds);
  return `${visitCookie(reference)}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAge}`;
}
