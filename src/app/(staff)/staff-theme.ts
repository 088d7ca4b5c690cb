import { cookies } from 'next/headers';
import { themeCookie } from '#shared/cookies.ts';
import { isStaffTheme, type StaffTheme } from './staff-themes.ts';

/** Light or dark, as chosen in this browser; as the device says when nothing was chosen. */
export async function currentTheme(): Promise<StaffTheme> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return isStaffTheme(chosen) ? chosen : 'system';
}
