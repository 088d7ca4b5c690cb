'use client';

import { type ReactNode, useEffect } from 'react';
import type { StaffTheme } from './staff-themes.ts';

/** Staff choose light or dark; menus and dialogs stand outside this element, so the root follows once they can open. */
export function ThemedPage({ theme, children }: { theme: StaffTheme; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    return () => {
      document.documentElement.dataset.theme = 'light';
    };
  }, [theme]);
  return (
    <div data-theme={theme} className="min-h-dvh bg-ground text-ink">
      {children}
    </div>
  );
}
