import type { MouseEventHandler, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The head of the queue: "Wachtkamer 4 aanwezig" and, at the end, a choice. */
export function QueueHeading({ title, note, end }: { title: ReactNode; note?: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2">
      <h2>{title}</h2>
      {note && <span className="text-ink-2">{note}</span>}
      {end && <div className="ml-auto">{end}</div>}
    </div>
  );
}

/** A group further down the column: "Straks, nog 7 vandaag". */
export function QueueGroup({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex items-baseline gap-2 border-t border-line bg-ground px-4 pt-3.5 pb-1.5">
      <h2 className="text-h3">{title}</h2>
      {note && <span className="text-small text-ink-2">{note}</span>}
    </div>
  );
}

export type QueueLineProps = {
  time: ReactNode;
  end?: ReactNode;
  children: ReactNode;
  selected?: boolean;
  /** Makes the line something to open; in a `QueueList` the arrow keys reach it. */
  onClick?: MouseEventHandler<HTMLElement>;
};

/** One line in such a group: time, who and what, and a tag or link. */
export function QueueLine({ time, end, children, selected, onClick }: QueueLineProps) {
  const className = classNames(
    'grid min-h-9 w-full grid-cols-[minmax(2.75rem,max-content)_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-1.25 text-left',
    onClick && 'group/row ring-inside cursor-pointer',
    selected ? 'bg-surface inset-ring-2 inset-ring-brand' : onClick && 'hover:bg-ground',
  );
  const words = (
    <>
      <b className="whitespace-nowrap">{time}</b>
      <span className="truncate text-small">{children}</span>
      {end && <span className="text-small">{end}</span>}
    </>
  );
  return (
    <li className="border-t border-line">
      {onClick ? (
        <button
          type="button"
          data-queue-row
          aria-current={selected ? 'true' : undefined}
          onClick={onClick}
          className={className}
        >
          {words}
        </button>
      ) : (
        <div className={className}>{words}</div>
      )}
    </li>
  );
}
