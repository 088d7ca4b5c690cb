import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type StepHeadingProps = {
  /** "Stap 2 van 4", in words: part of the heading, as it is of the page's title. */
  step: string;
  title: ReactNode;
  current: number;
  total: number;
  lead?: ReactNode;
};

/** The heading of one page of a form. */
export function StepHeading({ step, title, current, total, lead }: StepHeadingProps) {
  return (
    <header>
      <h1>
        <span className="mb-1 block text-note font-normal tracking-normal text-ink-2">{step}</span>
        {title}
      </h1>
      <div aria-hidden="true" className="mt-4 flex max-w-80 gap-1.5 forced-color-adjust-none">
        {Array.from({ length: total }, (_, index) => index + 1).map((part) => (
          <span
            key={part}
            className={classNames('h-1.25 flex-1 rounded-full', part <= current ? 'bg-brand' : 'bg-line')}
          />
        ))}
      </div>
      {lead && <p className="mt-4 max-w-128 text-lead">{lead}</p>}
    </header>
  );
}
