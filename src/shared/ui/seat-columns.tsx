'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from './class-names.ts';

export type SeatRegionName = 'queue' | 'main' | 'side';
export type SeatRegion = {
  /** Names the region. */
  label: string;
  /** Word on its tab, where there is no room for all side by side. */
  tab: string;
  children: ReactNode;
};

export type SeatColumnsProps = {
  /** waiting: queue 360, dossier, day 328; call: queue 216, stage, panels of 360 to 448. */
  layout: 'waiting' | 'call';
  queue: SeatRegion;
  main: SeatRegion;
  side?: SeatRegion;
  tabsLabel: string;
  /** The page's one first heading, for assistive technology; names in the columns are second headings. */
  heading: string;
  /** The region in front where not all fit; left out, the columns remember it themselves. */
  active?: SeatRegionName;
  onActiveChange?: (region: SeatRegionName) => void;
  /** Which keys lead to the next region (1) or the previous (-1), null for all others; left out, F6 and Shift+F6. */
  stepOf?: (event: KeyboardEvent) => 1 | -1 | null;
};

const order: readonly SeatRegionName[] = ['queue', 'main', 'side'];

const grids = {
  waiting: 'lg:grid-cols-[22.5rem_minmax(0,1fr)]',
  call: 'lg:grid-cols-[13.5rem_minmax(0,1fr)]',
} as const;
const gridsWithSide = {
  waiting: 'xl:grid-cols-[22.5rem_minmax(0,1fr)_20.5rem]',
  call: 'xl:grid-cols-[13.5rem_minmax(0,1fr)_clamp(22.5rem,31vw,28rem)]',
} as const;

/** Who is shown: one column under 1024 px, the queue and one more under 1280, then all. */
function place(region: SeatRegionName, active: SeatRegionName, hasSide: boolean): string {
  if (region === 'queue') return active === 'queue' ? 'flex' : 'hidden lg:flex';
  if (region === 'side') return active === 'side' ? 'flex' : 'hidden xl:flex';
  if (active === 'main') return 'flex';
  return active === 'side' && hasSide ? 'hidden xl:flex' : 'hidden lg:flex';
}

const grounds: Record<SeatRegionName, string> = {
  queue: 'bg-sunken lg:border-r border-line',
  main: 'bg-surface',
  side: 'bg-sunken xl:border-l border-line',
};

const stepByF6 = ({ key, shiftKey }: KeyboardEvent) => (key !== 'F6' ? null : shiftKey ? -1 : 1);

/** Moves the focus to the next (or the previous) region in sight, as F6 does in every desktop program. */
function focusNeighbour(frame: HTMLElement, step: 1 | -1) {
  const regions = [...frame.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility?.() ?? true,
  );
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length] ?? regions[0];
  next?.focus();
}

type TabsProps = {
  columns: SeatColumnsProps;
  names: readonly SeatRegionName[];
  active: SeatRegionName;
  choose: (name: SeatRegionName) => void;
};

function Tabs({ columns, names, active, choose }: TabsProps) {
  // Beside the queue, which then needs no tab, the main region is in front as well.
  const besideQueue = active === 'queue';
  return (
    <fieldset
      aria-label={columns.tabsLabel}
      className={classNames(
        'flex gap-1 border-b border-line bg-surface p-1',
        columns.side ? 'xl:hidden' : 'lg:hidden',
      )}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={active === name || (name === 'main' && besideQueue ? 'mixed' : false)}
          onClick={() => choose(name)}
          className={classNames(
            'min-h-9 flex-1 cursor-pointer rounded-md px-3 font-strong',
            name === 'queue' && 'lg:hidden',
            active === name ? 'bg-brand text-on-brand' : 'text-ink hover:bg-ground',
            name === 'main' && besideQueue && 'lg:bg-brand lg:text-on-brand',
          )}
        >
          {columns[name]?.tab}
        </button>
      ))}
    </fieldset>
  );
}

/** The columns of the seat. Fixed places: nothing here moves by itself. */
export function SeatColumns(props: SeatColumnsProps) {
  const { layout, heading, onActiveChange, stepOf = stepByF6 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [remembered, remember] = useState<SeatRegionName>('queue');
  const active = props.active ?? remembered;
  const names = order.filter((name) => props[name]);
  const choose = (name: SeatRegionName) => {
    remember(name);
    onActiveChange?.(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === null || !frame.current) return;
    event.preventDefault();
    focusNeighbour(frame.current, step);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: these keys are heard from whatever has the focus inside.
    <div ref={frame} data-columns onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{heading}</h1>
      <Tabs columns={props} names={names} active={active} choose={choose} />
      <div
        className={classNames(
          'grid min-h-0 flex-1 lg:grid-rows-[minmax(0,1fr)]',
          grids[layout],
          props.side && gridsWithSide[layout],
        )}
      >
        {names.map((name) => (
          <section
            key={name}
            data-region={name}
            tabIndex={-1}
            aria-label={props[name]?.label}
            className={classNames(
              'ring-inside min-h-0 min-w-0 flex-col overflow-y-auto',
              grounds[name],
              place(name, active, Boolean(props.side)),
            )}
          >
            {props[name]?.children}
          </section>
        ))}
      </div>
    </div>
  );
}
