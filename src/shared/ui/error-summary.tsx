'use client';

import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { iconCircleExclamationPoint } from './icons/circle-exclamation-point.ts';

export type FieldProblem = { fieldId: string; message: string };

export type ErrorSummaryProps = {
  title: string;
  problems: readonly FieldProblem[];
  /** Anything that is new with every submit (the result of the last one), so that the same mistake is announced again. */
  submission?: unknown;
};

/**
 * What is wrong, above the form. Takes the focus after every submit that failed, with and without script, and
 * leads to each field. Renders nothing while nothing is wrong.
 */
export function ErrorSummary({ title, problems, submission }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const words = problems.map((problem) => `${problem.fieldId} ${problem.message}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and the submission say when, not what.
  useEffect(() => {
    box.current?.focus();
  }, [words, submission]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without script this is what brings the reader to the mistake.
      autoFocus
      className="rounded-md border-3 border-danger bg-surface px-4.5 py-4"
    >
      <h2 className="flex gap-2 text-h3 text-danger">
        <Icon shape={iconCircleExclamationPoint} size={22} className="mt-0.25" />
        {title}
      </h2>
      <ul className="mt-1">
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.message}`}>
            <a
              href={`#${problem.fieldId}`}
              className="inline-flex min-h-(--link-height) items-center font-semibold text-danger"
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
