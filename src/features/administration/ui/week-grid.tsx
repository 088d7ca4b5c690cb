import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconLandmark } from '#shared/ui/icons/landmark.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { pendingColumn } from './pending-column.ts';

export type GridChannel = 'video' | 'phone' | 'counter';
/** A channel's hours, or the hours in which somebody is there. */
export type GridLook = GridChannel | 'staffed';

export type GridBlock = {
  readonly key: string;
  readonly href: string;
  readonly channel: GridLook;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly lane: number;
  readonly lanes: number;
  readonly isChosen: boolean;
  readonly text: string;
  /** As a link's name: "Video, 9.00 tot 12.00 uur, bewerken". */
  readonly label: string;
  readonly times: readonly [string, string];
  /** The building, or since when. */
  readonly detail: string | null;
};

export type GridDay = {
  readonly key: string;
  readonly title: string;
  /** For a column that is too narrow for the title. */
  readonly short?: string;
  readonly note: string;
  readonly isChosen: boolean;
  /** Why the team is closed the whole day. */
  readonly closed: { readonly title: string; readonly text: string } | null;
  readonly add: { readonly href: string; readonly label: string };
  readonly blocks: readonly GridBlock[];
};

type WeekGridProps = {
  readonly label: string;
  readonly days: readonly GridDay[];
  readonly firstHour: number;
  readonly lastHour: number;
};

export const channelIcons: Record<GridLook, IconShape> = {
  video: iconVideo,
  phone: iconPhone,
  counter: iconLandmark,
  staffed: iconUserRound,
};

const stripes =
  'bg-[repeating-linear-gradient(90deg,color-mix(in_srgb,var(--color-brand)_20%,transparent)_0_6px,transparent_6px_12px)]';
export const channelLooks: Record<GridLook, string> = {
  video: 'on-brand-ground border-brand bg-brand text-on-brand',
  phone: `border-brand bg-brand-tint text-ink ${stripes}`,
  counter: 'border-2 border-brand bg-surface text-ink',
  staffed: 'on-brand-ground border-brand bg-brand text-on-brand',
};

/** A team's week: days across, hours down. Each day is a list of its blocks, so that it reads without the picture too. */
export function WeekGrid({ label, days, firstHour, lastHour }: WeekGridProps) {
  const count = lastHour - firstHour;
  const hourRem = count > 14 ? 2.25 : 3.5;
  const height = `${count * hourRem}rem`;
  return (
    <section aria-label={label} className="grid grid-cols-[3.25rem_repeat(7,minmax(4.75rem,1fr))]">
      <div aria-hidden="true" className="relative mt-17" style={{ height }}>
        {Array.from({ length: count }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: hours never move.
            key={index}
            className="absolute right-2 -mt-2.5 text-small text-ink-2"
            style={{ top: `${index * hourRem}rem` }}
          >
            {firstHour + index}.00
          </span>
        ))}
      </div>
      {days.map((day) => (
        <Day key={day.key} day={day} height={height} hourRem={hourRem} firstHour={firstHour} />
      ))}
    </section>
  );
}

type DayProps = { day: GridDay; height: string; hourRem: number; firstHour: number };

function Day({ day, height, hourRem, firstHour }: DayProps) {
  const lines = `repeating-linear-gradient(to bottom, var(--color-line) 0 1px, transparent 1px ${hourRem}rem)`;
  return (
    <div className="min-w-0 border-l border-line">
      <div
        className={classNames(
          'h-17 border-t-3 pt-1.5 pl-1.5',
          day.isChosen ? 'border-brand bg-brand-tint' : 'border-transparent',
        )}
      >
        <div className="flex items-center justify-between">
          <h2 className="text-[1.0625rem] leading-6 whitespace-nowrap">
            {day.short && <span aria-hidden="true">{day.short}</span>}
            <span className={classNames(day.short && 'sr-only')}>{day.title}</span>
          </h2>
          <a
            href={day.add.href}
            aria-label={day.add.label}
            title={day.add.label}
            className="grid size-6.5 flex-none place-items-center rounded-sm text-brand hover:bg-brand-tint"
          >
            <Icon shape={iconPlus} size={18} />
          </a>
        </div>
        <p className="truncate text-small leading-5 text-ink-2">{day.note}</p>
      </div>
      <div className="relative">
        <div
          aria-hidden="true"
          id={pendingColumn(Number(day.key))}
          className="pointer-events-none absolute inset-0"
        />
        <ul
          className={classNames('relative', day.isChosen && 'bg-brand-tint/50', day.closed && 'hatched')}
          style={{ height, backgroundImage: day.closed ? undefined : lines }}
        >
          {day.closed && (
            <li className="absolute inset-x-1 top-1/2 z-sticky rounded-sm border border-edge bg-surface px-1.5 py-1 text-center text-small">
              <b>{day.closed.title}</b>
              <span className="block">{day.closed.text}</span>
            </li>
          )}
          {day.blocks.map((block) => (
            <Block key={block.key} block={block} hourRem={hourRem} firstHour={firstHour} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Block({ block, hourRem, firstHour }: { block: GridBlock; hourRem: number; firstHour: number }) {
  const { channel, fromMinute, untilMinute, lane, lanes, isChosen, times } = block;
  const place = {
    top: `calc(${(fromMinute / 60 - firstHour) * hourRem}rem + 1px)`,
    height: `calc(${((untilMinute - fromMinute) / 60) * hourRem}rem - 3px)`,
    left: `calc(${(lane / lanes) * 100}% + 3px)`,
    width: `calc(${100 / lanes}% - 5px)`,
  };
  return (
    <li className="absolute" style={place}>
      <a
        href={block.href}
        title={block.label}
        aria-current={isChosen ? 'true' : undefined}
        className={classNames(
          'block size-full overflow-hidden rounded-sm border px-0.75 py-1 text-[0.8125rem] leading-4.5 no-underline forced-colors:border-2',
          channelLooks[channel],
          isChosen && 'outline-2 outline-offset-1 outline-ink outline-dashed',
        )}
      >
        <span className="sr-only">{block.label}</span>
        <span
          aria-hidden="true"
          className={classNames(
            'inline-block max-w-full rounded-tag whitespace-nowrap',
            channel === 'phone' && 'bg-brand-tint',
          )}
        >
          <Icon shape={channelIcons[channel]} size={17} />
          {lanes < 3 && (
            <>
              <span className="block">{times[0]}</span>
              <span className="block">{times[1]}</span>
            </>
          )}
          {block.detail && lanes === 1 && <span className="block">{block.detail}</span>}
        </span>
      </a>
    </li>
  );
}
