import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconChevronRight } from './icons/chevron-right.ts';

/** More for who wants it; opens without script. */
export function Disclosure({
  title,
  children,
  plain,
  open,
}: {
  title: ReactNode;
  children: ReactNode;
  plain?: boolean;
  /** Open from the start. */
  open?: boolean;
}) {
  return (
    <details open={open} className={classNames('group/more', !plain && 'border-y border-line')}>
      <summary className="inline-flex min-h-(--control-height) items-center gap-2 rounded-sm font-semibold text-brand">
        <Icon shape={iconChevronRight} size={20} className="transition-transform group-open/more:rotate-90" />
        {title}
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
