'use client';

import type { KeyboardEvent, MouseEventHandler, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconClockExclamationPoint } from './icons/clock-exclamation-point.ts';
import { type Presence, PresenceDot } from './presence-mark.tsx';

/** A list whose rows are reached with the arrow keys; Enter opens. */
export function QueueList({ label, children }: { label: string; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-queue-row]')];
    const here = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[here + step];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ol aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </ol>
  );
}

export type QueueRowProps = {
  presence: Presence;
  /** The presence in words, for who cannot see the mark; the row itself may say it too. */
  presenceText: string;
  name: ReactNode;
  /** "10.40", or "open balie" */
  time: ReactNode;
  /** A `HintMark` beside the time. */
  mark?: ReactNode;
  service: ReactNode;
  /** "wacht 5 min", "40 s weg" */
  waiting?: ReactNode;
  /** Past a limit (clock and amber), or lost for a moment (red). */
  waitingTone?: 'late' | 'lost';
  /** `Tag`s for what is missing, nothing else. */
  tags?: ReactNode;
  selected?: boolean;
  /** Two lines in a narrow column, during a conversation. */
  narrow?: boolean;
  href?: string;
  onClick?: MouseEventHandler<HTMLElement>;
};

function Waiting({ waiting, tone }: { waiting: ReactNode; tone: QueueRowProps['waitingTone'] }) {
  const colour = tone === 'late' ? 'text-warn' : tone === 'lost' ? 'text-danger' : 'text-ink-2';
  return (
    <span className={classNames('inline-flex items-center gap-1', colour)}>
      {tone === 'late' && <Icon shape={iconClockExclamationPoint} size={15} />}
      {waiting}
    </span>
  );
}

function RowWords(props: QueueRowProps) {
  const { presence, presenceText, name, time, mark, service, waiting, waitingTone, tags, narrow } = props;
  return (
    <>
      <span className="flex justify-center pt-1.5">
        <PresenceDot presence={presence} />
        <span className="sr-only">{presenceText}, </span>
      </span>
      <span className="min-w-0">
        <b className="block">{name}</b>
        <span className={classNames('block text-ink-2', narrow && 'text-small')}>{service}</span>
        {narrow && (
          <span className="flex flex-wrap gap-x-1.5 text-small">
            <span className="text-ink-2">{time}</span>
            {mark}
            {waiting && <Waiting waiting={waiting} tone={waitingTone} />}
          </span>
        )}
      </span>
      {!narrow && (
        <span className="text-right text-small leading-5.5">
          <span className="flex items-center justify-end gap-1.5">
            {mark}
            <b>{time}</b>
          </span>
          {waiting && <Waiting waiting={waiting} tone={waitingTone} />}
        </span>
      )}
      {tags && <span className="col-[2/-1] mt-1 flex flex-wrap gap-1.5">{tags}</span>}
    </>
  );
}

/** One person in the queue. */
export function QueueRow(props: QueueRowProps) {
  const { selected, narrow, href, onClick } = props;
  const className = classNames(
    'group/row ring-inside grid w-full cursor-pointer gap-x-2.5 px-4 py-2.5 text-left text-ink no-underline',
    narrow ? 'grid-cols-[1.125rem_minmax(0,1fr)]' : 'grid-cols-[1.125rem_minmax(0,1fr)_auto]',
    selected ? 'bg-surface inset-ring-2 inset-ring-brand' : 'hover:bg-ground',
  );
  const shared = {
    'data-queue-row': true,
    'aria-current': selected ? ('true' as const) : undefined,
    className,
    onClick,
  };
  return (
    <li className="border-t border-line">
      {href ? (
        <a {...shared} href={href}>
          <RowWords {...props} />
        </a>
      ) : (
        <button {...shared} type="button">
          <RowWords {...props} />
        </button>
      )}
    </li>
  );
}
