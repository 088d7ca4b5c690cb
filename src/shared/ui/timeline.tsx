'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconTriangleExclamationPoint } from './icons/triangle-exclamation-point.ts';

const PIXELS_PER_MINUTE = 2.62;

export type TimelineItem = {
  key: string;
  /** Minutes since midnight, in the organisation's time zone. */
  startMinute: number;
  endMinute: number;
  /** done: past, without a box; current: now; coming; pause: hatched; free: nothing planned. */
  kind: 'done' | 'current' | 'coming' | 'pause' | 'free';
  icon?: IconShape;
  title: ReactNode;
  detail?: ReactNode;
  /** A sign at the end, with its words. */
  mark?: { icon: IconShape; text: string; tone?: keyof typeof markTones; warning?: boolean };
  /** The time in words, for who cannot see the place on the line. */
  timeText: string;
  href?: string;
};

export type TimelineProps = {
  items: readonly TimelineItem[];
  fromMinute: number;
  toMinute: number;
  /** The hours with their words. */
  hours: readonly { minute: number; text: string }[];
  /** Where the day is now, and the word for it. */
  now?: { minute: number; text: string };
};

const kinds: Record<TimelineItem['kind'], string> = {
  done: 'bg-sunken text-ink-3',
  current: 'on-brand-ground bg-brand font-strong text-on-brand',
  coming: 'border border-edge bg-surface text-ink',
  pause: 'hatched text-ink-2',
  free: 'border border-dashed border-edge text-ink-2',
};
const iconTones: Partial<Record<TimelineItem['kind'], string>> = { done: 'text-ok', coming: 'text-ink-2' };

const markTones = { ok: 'text-ok', warn: 'text-warn', danger: 'text-danger', quiet: 'text-ink-3' } as const;

/** It keeps a ground of its own: an entry may have the municipality's colour. The words are cut by no entry. */
function Mark({ icon, text, tone = 'quiet', warning }: NonNullable<TimelineItem['mark']>) {
  return (
    <span
      title={text}
      className={classNames('ml-2 flex-none rounded-tag bg-surface px-0.5', markTones[tone])}
    >
      <Icon shape={icon} size={16} />
      {warning && <Icon shape={iconTriangleExclamationPoint} size={13} className="text-warn" />}
      <span className="sr-only">{text}</span>
    </span>
  );
}

function ItemWords({ item: { kind, icon, title, detail, mark, timeText } }: { item: TimelineItem }) {
  return (
    <>
      {icon && <Icon shape={icon} size={17} className={iconTones[kind]} />}
      <span className="sr-only">{timeText}: </span>
      <span className={classNames('max-w-full flex-none truncate', kind === 'pause' && 'bg-sunken px-1.5')}>
        {title}
      </span>
      {detail && <span className="ml-auto truncate pl-2">{detail}</span>}
      {mark && <Mark {...mark} />}
    </>
  );
}

function TimelineEntry({ item, fromMinute }: { item: TimelineItem; fromMinute: number }) {
  const className = classNames(
    'flex h-full items-center gap-2 overflow-hidden rounded-tag px-2.5 text-[0.9375rem] leading-5 no-underline',
    kinds[item.kind],
    item.href && 'ring-inside hover:border-brand',
  );
  const top = (item.startMinute - fromMinute) * PIXELS_PER_MINUTE + 2;
  const height = Math.max(24, (item.endMinute - item.startMinute) * PIXELS_PER_MINUTE - 4);
  return (
    <li className="absolute right-0 left-16" style={{ top, height }}>
      {item.href ? (
        <a href={item.href} className={className}>
          <ItemWords item={item} />
        </a>
      ) : (
        <div className={className}>
          <ItemWords item={item} />
        </div>
      )}
    </li>
  );
}

/** Where the day is now. It lies behind the entries, so that it strikes nobody's name through. */
function NowLine({ top, text }: { top: number; text: string }) {
  return (
    <div className="pointer-events-none absolute right-0 left-4 h-0.75 bg-ink" style={{ top }}>
      <span className="absolute -top-2.75 left-0 rounded-[3px] bg-lamp px-1.5 text-small leading-5.5 font-bold text-on-lamp">
        {text}
      </span>
    </div>
  );
}

/** The day from top to bottom, 2.62 px a minute. It starts scrolled to now, and then never moves by itself. */
export function Timeline({ items, fromMinute, toMinute, hours, now }: TimelineProps) {
  const frame = useRef<HTMLDivElement>(null);
  const start = useRef(now?.minute);
  const top = (minute: number) => (minute - fromMinute) * PIXELS_PER_MINUTE;
  useEffect(() => {
    if (!frame.current || start.current === undefined) return;
    frame.current.scrollTop =
      (start.current - fromMinute) * PIXELS_PER_MINUTE - frame.current.clientHeight / 3;
  }, [fromMinute]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <div ref={frame} tabIndex={0} className="ring-inside relative min-h-60 flex-1 overflow-y-auto pr-4">
      {/* Room above the first hour and under the last one for their words. */}
      <div className="overflow-hidden py-3">
        <div className="relative" style={{ height: (toMinute - fromMinute) * PIXELS_PER_MINUTE }}>
          {hours.map((hour) => (
            <div
              key={hour.minute}
              aria-hidden="true"
              className="absolute right-0 left-4 h-px bg-line"
              style={{ top: top(hour.minute) }}
            >
              <span data-hour className="absolute -top-2.5 left-0 bg-sunken pr-1.5 text-small text-ink-2">
                {hour.text}
              </span>
            </div>
          ))}
          {now && <NowLine top={top(now.minute)} text={now.text} />}
          <ol>
            {items.map((item) => (
              <TimelineEntry key={item.key} item={item} fromMinute={fromMinute} />
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}
