import { createPortal } from 'react-dom';
import { type MinuteRange, writeClock } from '../clock-text.ts';
import { pendingColumn } from './pending-column.ts';

type PendingStretchProps = {
  readonly weekday: number;
  readonly range: MinuteRange;
  readonly firstHour: number;
  readonly lastHour: number;
  /** "nog niet bewaard" */
  readonly text: string;
};

/** Draws a stretch that is not saved yet into the picture of the week, cut to the hours that the picture shows. */
export function PendingStretch({ weekday, range, firstHour, lastHour, text }: PendingStretchProps) {
  const column = document.getElementById(pendingColumn(weekday));
  const [first, last] = [firstHour * 60, lastHour * 60];
  const from = Math.max(first, range.fromMinute);
  const until = Math.min(last, range.untilMinute);
  if (column === null || from >= until) return null;
  return createPortal(
    <div
      className="pointer-events-none absolute inset-x-0.5 z-sticky overflow-hidden rounded-sm border-2 border-ink border-dashed bg-brand-tint p-0.5 text-[0.875rem] leading-4.5 text-ink"
      style={{
        top: `${((from - first) / (last - first)) * 100}%`,
        height: `${((until - from) / (last - first)) * 100}%`,
      }}
    >
      <b className="block">{`${writeClock(range.fromMinute)} – ${writeClock(range.untilMinute)}`}</b>
      {text}
    </div>,
    column,
  );
}
