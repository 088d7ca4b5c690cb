import type { ReactNode } from 'react';

/** The first stop of the keyboard: past the header, to `#main`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-reconnect -translate-y-24 rounded-md bg-surface px-4 py-3 font-bold text-brand focus:translate-y-0"
    >
      {children}
    </a>
  );
}
