import type { ReactNode } from 'react';

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

/** One line in such a group: time, who and what, and a tag or link. */
export function QueueLine({
  time,
  end,
  children,
}: {
  time: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="grid min-h-9 grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-t border-line px-4 py-1.25">
      <b>{time}</b>
      <span className="truncate text-small">{children}</span>
      {end && <span className="text-small">{end}</span>}
    </li>
  );
}
