import { classNames } from './class-names.ts';

/** How loud it is, in steps of eight. A drawing: the words stand beside it. */
export function LevelMeter({ level }: { level: number }) {
  return (
    <span aria-hidden="true" className="mt-1 flex gap-0.5 forced-color-adjust-none">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((step) => (
        <span
          key={step}
          className={classNames('h-1.25 w-2 rounded-[1px]', step <= level * 8 ? 'bg-ok' : 'bg-line')}
        />
      ))}
    </span>
  );
}

/** Quality of the connection in three bars, with its words. */
export function SignalBars({ bars, label }: { bars: 0 | 1 | 2 | 3; label: string }) {
  return (
    <span role="img" aria-label={label} className="flex h-3 items-end gap-0.5 forced-color-adjust-none">
      {(['h-1.25', 'h-2', 'h-3'] as const).map((height, index) => (
        <span
          key={height}
          className={classNames('w-0.75', height, index < bars ? 'bg-signal' : 'bg-white/30')}
        />
      ))}
    </span>
  );
}

export type MeasureProps = {
  /** What is reached and what is needed, as a share of the whole bar (0 to 1). */
  reached: number;
  needed: number;
  /** In words, for who cannot see the bar. */
  label: string;
  reachedText: string;
  neededText: string;
};

/** A figure against what is needed. */
export function Measure({ reached, needed, label, reachedText, neededText }: MeasureProps) {
  return (
    <div role="img" aria-label={label} className="mt-3">
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" className="h-5 w-full">
        <rect
          x="0"
          y="4"
          width="100"
          height="12"
          className="fill-ground stroke-edge"
          vectorEffect="non-scaling-stroke"
        />
        <rect
          x="0"
          y="4"
          width={Math.min(1, Math.max(0, reached)) * 100}
          height="12"
          className={reached >= needed ? 'fill-ok' : 'fill-warn'}
        />
        <rect x={Math.min(1, needed) * 100} y="0" width="1" height="20" className="fill-ink" />
      </svg>
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-small">
        <span>{reachedText}</span>
        <b>{neededText}</b>
      </p>
    </div>
  );
}
