import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ColumnsProps = {
  children: ReactNode;
  /** What one wants to know first: before the content on a small screen, at the top of the side on a wide one. */
  first?: ReactNode;
  /** What supports the content: after it on a small screen, beside it on a wide one. */
  aside?: ReactNode;
  className?: string;
};

const beside = 'grid w-full min-w-0 max-w-text content-start gap-5 lg:col-start-2';

/**
 * The body of a citizen's page: a column to read and do in, and beside it, from 1024 px, what supports it.
 * Below that they follow one another.
 */
export function Columns({ children, first, aside, className }: ColumnsProps) {
  return (
    <div
      className={classNames(
        'page-width mt-6 grid gap-x-16 gap-y-8 lg:mt-12 lg:gap-y-5',
        Boolean(first || aside) && 'lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]',
        className,
      )}
    >
      {first && <div className={beside}>{first}</div>}
      <div className="w-full max-w-text min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">{children}</div>
      {aside && (
        <div className={classNames(beside, first ? 'lg:row-start-2' : 'lg:row-span-2 lg:row-start-1')}>
          {aside}
        </div>
      )}
    </div>
  );
}
