import type { ReactNode } from 'react';

/** Nothing here: the street, one sentence, and what comes next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-1 py-4">
      <div className="facades mb-2 bg-brand opacity-28 [--facade-height:44px]" />
      <b>{title}</b>
      {children && <div className="text-ink-2">{children}</div>}
    </div>
  );
}
