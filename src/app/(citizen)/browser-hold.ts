import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { heldTimeCookie } from '#shared/cookies.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { keepTime } from './book/keep-time.ts';
import { currentHolderKey } from './current-wish.ts';

/**
 * Keeps a time for this browser, which holds one at most.
 * @returns the cookie with which it finds its time again; null when there is nothing to keep, or another site asks
 */
export async function holdForBrowser(
  request: Request,
  wish: AppointmentWish,
  startAt: EpochMilliseconds,
): Promise<string | null> {
  if (comesFromElsewhere(request.headers)) return null;
  const holderKey = (await currentHolderKey()) ?? randomUUID();
  const kept = await keepTime({ wish, startAt, holderKey });
  return kept.ok ? `${heldTimeCookie}=${holderKey}; Path=/; Secure; HttpOnly; SameSite=Lax` : null;
}

/** The key under which this browser holds a time; drawn, and remembered, when it holds none yet. Of actions only. */
export async function browserHolderKey(): Promise<string> {
  const known = await currentHolderKey();
  if (known !== null) return known;
  const drawn = randomUUID();
  const cookie = { name: heldTimeCookie, value: drawn, path: '/', secure: true, httpOnly: true } as const;
  (await cookies()).set({ ...cookie, sameSite: 'lax' });
  return drawn;
}

/** What it held is an appointment now. Of actions only. */
export async function forgetBrowserHold(): Promise<void> {
  const jar = await cookies();
  if (jar.has(heldTimeCookie))
    jar.set({ name: heldTimeCookie, value: '', path: '/', secure: true, httpOnly: true, maxAge: 0 });
}
