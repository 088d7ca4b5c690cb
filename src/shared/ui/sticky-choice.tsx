import type { ReactNode } from 'react';

/**
 * What was chosen and the one button that goes on, always in sight at the bottom edge. Put it last in the
 * form (a direct child of main) or in `PageShell`'s `bottom`.
 */
export function StickyChoice({
  title,
  detail,
  children,
}: {
  title: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      data-sticky="bottom"
      className="sticky bottom-0 z-sticky mt-9 bg-surface shadow-bar print:static print:shadow-none"
    >
      <div className="page-width pt-3.5 pb-[max(1.125rem,env(safe-area-inset-bottom))] lg:flex lg:items-center lg:justify-between lg:gap-8">
        <p className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4 lg:mb-0 lg:justify-start">
          <b>{title}</b>
          {detail && <span className="text-small text-ink-2">{detail}</span>}
        </p>
        <div className="grid lg:min-w-80">{children}</div>
      </div>
    </div>
  );
}
