import type { ReactNode } from 'react';

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-[3px] border border-current px-1.25 font-text text-[0.8125rem] leading-4.5 font-semibold opacity-95">
      {children}
    </kbd>
  );
}
