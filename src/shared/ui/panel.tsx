import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type PanelProps = {
  id: string;
  /** In insights: the finding. */
  title: ReactNode;
  /** What was measured, of whom. */
  detail?: ReactNode;
  /** At the end of the head: a link. */
  end?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A box of the seat with a heading: a finding, a table, a group of answers. */
export function Panel({ id, title, detail, end, children, className }: PanelProps) {
  return (
    <section
      aria-labelledby={id}
      className={classNames('min-w-0 rounded-lg bg-surface px-5 py-4.5', className)}
    >
      <div className="flex items-baseline gap-3">
        <h2 id={id} className="text-[1.0625rem]">
          {title}
        </h2>
        {end && <div className="ml-auto text-small font-semibold">{end}</div>}
      </div>
      {detail && <p className="max-w-152 text-ink-2">{detail}</p>}
      {children}
    </section>
  );
}
