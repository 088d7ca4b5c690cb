import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type Fact = { icon: IconShape; term: string; detail: ReactNode };

export type FactListProps = {
  facts: readonly Fact[];
  /** rows: one fact a line, with its term; line: beside one another, the term for assistive technology only. */
  look?: 'rows' | 'line';
  className?: string;
};

/** Duration, cost, for whom: what one wants to know first. */
export function FactList({ facts, look = 'rows', className }: FactListProps) {
  if (look === 'line') {
    return (
      <dl className={classNames('flex flex-wrap gap-x-5 gap-y-1 text-ink-2', className)}>
        {facts.map((fact) => (
          <div key={fact.term} className="inline-flex items-center gap-1.75">
            <Icon shape={fact.icon} size={17} />
            <dt className="sr-only">{fact.term}</dt>
            <dd>{fact.detail}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    // The terms are as wide as the longest: none breaks inside a word.
    <dl
      className={classNames(
        'grid grid-cols-[auto_fit-content(45%)_minmax(0,1fr)] items-start gap-x-3 gap-y-2.5',
        className,
      )}
    >
      {facts.map((fact) => (
        <div key={fact.term} className="contents">
          <Icon shape={fact.icon} size={20} className="mt-0.75 text-brand" />
          <dt className="min-w-22 text-ink-2">{fact.term}</dt>
          <dd className="min-w-0 font-semibold">{fact.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
