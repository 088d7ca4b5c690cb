import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { SkipLink } from './skip-link.tsx';

export type RailItem = {
  href: string;
  text: string;
  icon: IconShape;
  current?: boolean;
  /** What is new there, with words for who cannot see the lamp. */
  count?: { number: number; label: string };
  /** Opens in a window of its own: what runs here must not be left. */
  beside?: boolean;
};

export type SeatShellProps = {
  skipText: string;
  organisationName: string;
  homeHref: string;
  railLabel: string;
  items: readonly RailItem[];
  /** At the foot of the rail: insights, administration, help. */
  lastItems?: readonly RailItem[];
  /** After those, what is no link: `RailButton`s. */
  railEnd?: ReactNode;
  /** Left in the bar: seat, team, status. Left out together with `barEnd`, there is no bar. */
  barStart?: ReactNode;
  /** Right in the bar: keys, theme, name, clock. */
  barEnd?: ReactNode;
  /** Over everything: a connection bar. */
  top?: ReactNode;
  children: ReactNode;
};

const railPlace =
  'relative flex min-h-13 w-16 flex-col items-center justify-center gap-0.75 rounded-[6px] text-[0.8125rem] leading-4 no-underline';

function RailLink({ item: { href, text, icon, current, count, beside } }: { item: RailItem }) {
  return (
    <li>
      <a
        href={href}
        aria-current={current ? 'page' : undefined}
        target={beside ? '_blank' : undefined}
        className={classNames(
          railPlace,
          current ? 'bg-white/14 font-strong text-white' : 'text-on-rail hover:bg-white/8',
        )}
      >
        <Icon shape={icon} size={21} />
        {text}
        {count && count.number > 0 && (
          <span className="absolute top-0.5 right-1.5 min-w-4.5 rounded-full bg-lamp px-1 text-center text-[0.8125rem] leading-4.5 font-bold text-on-lamp">
            <span aria-hidden="true">{count.number}</span>
            <span className="sr-only">{count.label}</span>
          </span>
        )}
      </a>
    </li>
  );
}

/** Something to do at the foot of the rail, such as signing off. */
export function RailButton({ icon, text, onClick }: { icon: IconShape; text: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={classNames(railPlace, 'cursor-pointer text-on-rail hover:bg-white/8')}
    >
      <Icon shape={icon} size={21} />
      {text}
    </button>
  );
}

function Rail({ organisationName, homeHref, railLabel, items, lastItems, railEnd }: SeatShellProps) {
  return (
    <nav
      aria-label={railLabel}
      className="on-night-ground fixed inset-x-0 bottom-0 z-rail flex items-center gap-0.5 overflow-x-auto bg-rail p-1 text-on-rail sm:sticky sm:top-0 sm:h-dvh sm:w-18 sm:flex-none sm:flex-col sm:overflow-x-hidden sm:overflow-y-auto sm:px-0 sm:pt-2 sm:pb-2.5 print:hidden"
    >
      <a href={homeHref} className="mx-2 block flex-none rounded-sm p-1 sm:mx-0 sm:mb-2">
        <span className="org-mark size-7.5 bg-white" />
        <span className="sr-only">{organisationName}</span>
      </a>
      <ul className="flex gap-0.5 sm:flex-col">
        {items.map((item) => (
          <RailLink key={item.href} item={item} />
        ))}
      </ul>
      {(lastItems || railEnd) && (
        <div className="ml-auto flex gap-0.5 sm:mt-auto sm:ml-0 sm:flex-col">
          {lastItems && (
            <ul className="flex gap-0.5 sm:flex-col">
              {lastItems.map((item) => (
                <RailLink key={item.href} item={item} />
              ))}
            </ul>
          )}
          {railEnd}
        </div>
      )}
    </nav>
  );
}

/**
 * The furniture of staff: rail, bar, and in `main` either `SeatColumns` (the seat) or `SeatPage` (insights,
 * administration). Below 640 px the rail lies at the bottom edge.
 */
export function SeatShell(props: SeatShellProps) {
  const { skipText, barStart, barEnd, top, children } = props;
  return (
    <div
      data-density="seat"
      className="flex min-h-dvh flex-col sm:flex-row lg:has-data-columns:h-dvh print:h-auto!"
    >
      <SkipLink>{skipText}</SkipLink>
      <Rail {...props} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {top}
        {Boolean(barStart || barEnd) && (
          <header className="z-sticky flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-1 print:hidden">
            {barStart}
            <div className="ml-auto flex flex-wrap items-center gap-1">{barEnd}</div>
          </header>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="ring-none flex min-h-0 min-w-0 flex-1 flex-col pb-18 sm:pb-0 print:pb-0"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

/** The thin line between groups in the bar. */
export function BarLine() {
  return <span aria-hidden="true" className="mx-1 hidden h-6 w-px bg-line sm:block" />;
}

/** A page of insights or administration inside `SeatShell`. */
export function SeatPage({
  over,
  title,
  actions,
  children,
}: {
  over?: ReactNode;
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="w-full max-w-(--container-wide) px-4 py-6 sm:px-8">
      <div className="flex flex-wrap items-end gap-4">
        <div>
          {over && <p className="text-ink-2">{over}</p>}
          <h1 className="text-[1.75rem] leading-8.5">{title}</h1>
        </div>
        {actions && <div className="ml-auto flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
