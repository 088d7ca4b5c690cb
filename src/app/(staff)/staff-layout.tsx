import type { ReactNode } from 'react';
import { currentTheme } from './staff-theme.ts';
import { ThemedPage } from './themed-page.tsx';

/** Around the pages of staff that can be dark. Signing on looks as every citizen's page does. */
export async function StaffLayout({ children }: { children: ReactNode }) {
  return <ThemedPage theme={await currentTheme()}>{children}</ThemedPage>;
}
