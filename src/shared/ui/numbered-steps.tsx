import type { ReactNode } from 'react';

/** What to try, in order. Stands on a tint. */
export function NumberedSteps({ steps }: { steps: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ol className="mt-3 grid gap-2.5">
      {steps.map((step, index) => (
        <li key={step.key} className="flex gap-3 text-note">
          <span
            aria-hidden="true"
            className="grid size-6.5 flex-none place-items-center rounded-full bg-surface text-small font-bold text-warn"
          >
            {index + 1}
          </span>
          <span className="min-w-0">{step.text}</span>
        </li>
      ))}
    </ol>
  );
}
