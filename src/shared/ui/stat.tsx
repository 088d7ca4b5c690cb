import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type StatRowProps = {
  children: ReactNode;
  /** They are a multiple of four: in rows of four, or of two on a phone, so that no row is left half empty. */
  inFours?: boolean;
  className?: string;
};

/** Figures beside one another on one surface. */
export function StatRow({ children, inFours = false, className }: StatRowProps) {
  return (
    <dl
      className={classNames(
        'grid gap-px overflow-hidden rounded-lg bg-line',
        inFours ? 'grid-cols-2 sm:grid-cols-4' : 'grid-cols-[repeat(auto-fit,minmax(11.5rem,1fr))]',
        className,
      )}
    >
      {children}
    </dl>
  );
}

export type StatProps = {
  label: ReactNode;
  figure: ReactNode;
  unit?: ReactNode;
  /** The change against the baseline, in words: "33 punten meer". */
  change?: { text: string; icon?: IconShape; tone?: 'ok' | 'warn' | 'danger' };
  /** What it is measured against, or what it rests on. */
  note?: ReactNode;
  /** The one that matters most. */
  large?: boolean;
};

const tones = { ok: 'text-ok', warn: 'text-warn', danger: 'text-danger' } as const;

/** A figure with its label and, in words, how it changed. */
export function Stat({ label, figure, unit, change, note, large }: StatProps) {
  return (
    <div className="flex min-w-0 flex-col bg-surface px-5 pt-4.5 pb-4">
      <dt className="wrap-anywhere text-ink-2 hyphens-auto">{label}</dt>
      <dd className="flex flex-1 flex-col justify-between gap-1.5">
        <span className={classNames('text-figure', large && 'text-[3.25rem] leading-14')}>
          {figure}
          {unit && <span className="ml-1.25 text-[1.125rem] font-semibold tracking-normal">{unit}</span>}
        </span>
        {(change || note) && (
          <span className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-small text-ink-2">
            {change && (
              <span
                className={classNames(
                  'inline-flex items-center gap-1.5 font-semibold',
                  change.tone && tones[change.tone],
                )}
              >
                {change.icon && <Icon shape={change.icon} size={17} />}
                {change.text}
              </span>
            )}
            {note}
          </span>
        )}
      </dd>
    </div>
  );
}
