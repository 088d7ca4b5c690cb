'use server';

import { cookies, headers } from 'next/headers';
import { themeCookie } from '#shared/cookies.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { isStaffTheme } from './staff-themes.ts';

const yearSeconds = 31_536_000;

/** Remembers light or dark in this browser. */
export async function chooseTheme(theme: string): Promise<void> {
  if (!hasOwnOrigin(await headers()) || !isStaffTheme(theme)) return;
  (await cookies()).set(themeCookie, theme, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: yearSeconds,
  });
}
