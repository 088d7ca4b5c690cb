import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type CardProps = {
  children: ReactNode;
  as?: 'div' | 'section' | 'article' | 'li' | 'aside';
  /** Less room above and below, for a card that is one list. */
  list?: boolean;
  className?: string;
  /** Names a section or aside, by the id of its heading. */
  labelledBy?: string;
};

/** A surface that holds what belongs together. */
export function Card({ children, as: Element = 'div', list, className, labelledBy }: CardProps) {
  return (
    <Element
      aria-labelledby={labelledBy}
      className={classNames(
        'rounded-lg bg-surface px-(--card-pad) forced-colors:border',
        list ? 'py-1' : 'py-(--card-pad)',
        className,
      )}
    >
      {children}
    </Element>
  );
}
