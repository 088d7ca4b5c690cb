import type { ReactNode } from 'react';
import { currentTheme } from './staff-theme.ts';
import { ThemedPage } from './themed-page.tsx';

export default async function StaffLayout({ children }: { children: ReactNode }) {
  return <ThemedPage theme={await currentTheme()}>{children}</ThemedPage>;
}
