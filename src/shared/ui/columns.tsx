import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ColumnsProps = {
  children: ReactNode;
  aside?: ReactNode;
  /** On a small screen the aside comes before the content: facts one wants to know first. */
  asideFirst?: boolean;
  className?: string;
};

/**
 * The body of a citizen's page: a column to read and do in, and beside it, from 1024 px, what supports it.
 * Below that they follow one another.
 */
export function Columns({ children, aside, asideFirst, className }: ColumnsProps) {
  const beside = aside && (
    <div className="grid w-full max-w-text min-w-0 content-start gap-5 lg:sticky lg:top-8 lg:col-start-2 lg:row-start-1 lg:self-start">
      {aside}
    </div>
  );
  return (
    <div
      className={classNames(
        'page-width mt-6 grid gap-8 lg:mt-12',
        Boolean(aside) && 'lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-16',
        className,
      )}
    >
      {asideFirst && beside}
      <div className="w-full max-w-text min-w-0 lg:col-start-1 lg:row-start-1">{children}</div>
      {!asideFirst && beside}
    </div>
  );
}
