import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shapes.ts';

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
    <dl className={classNames('grid gap-2.5', className)}>
      {facts.map((fact) => (
        <div key={fact.term} className="flex items-start gap-3">
          <Icon shape={fact.icon} size={20} className="mt-0.75 text-brand" />
          <dt className="w-22 flex-none text-ink-2">{fact.term}</dt>
          <dd className="min-w-0 flex-1 font-semibold">{fact.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
