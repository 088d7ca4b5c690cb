import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { channelIcons, channelLooks, type GridChannel, type GridDay } from './week-grid.tsx';

/** The same week as a list: for narrow screens, and for who reads it rather than looks at it. */
export function WeekList({ label, days }: { label: string; days: readonly GridDay[] }) {
  return (
    <section aria-label={label} className="grid gap-4">
      {days.map((day) => (
        <div key={day.key} className="border-t border-line pt-2">
          <div className="flex items-center gap-2">
            <h2 className="text-h3">{day.title}</h2>
            <span className="text-ink-2">
              {day.closed ? `${day.closed.title}: ${day.closed.text}` : day.note}
            </span>
            <a
              href={day.add.href}
              aria-label={day.add.label}
              className="ml-auto grid size-9 place-items-center rounded-sm text-brand hover:bg-brand-tint"
            >
              <Icon shape={iconPlus} size={20} />
            </a>
          </div>
          <ul className="mt-1 grid gap-1.5 sm:grid-cols-2">
            {day.blocks.map((block) => (
              <li key={block.key}>
                <a
                  href={block.href}
                  aria-current={block.isChosen ? 'true' : undefined}
                  className="flex min-h-11 items-center gap-3 rounded-md border border-line bg-surface px-2 py-1 text-ink no-underline hover:border-brand"
                >
                  <span
                    className={classNames(
                      'grid size-8 flex-none place-items-center rounded-sm border',
                      channelLooks[block.channel],
                    )}
                  >
                    <Icon shape={channelIcons[block.channel]} size={17} />
                  </span>
                  <span className="min-w-0">
                    {block.text}
                    {block.detail && <span className="block text-small text-ink-2">{block.detail}</span>}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type ChannelKeyProps = { readonly words: Readonly<Record<GridChannel, string>> };

/** What the looks of the blocks mean. */
export function ChannelKey({ words }: ChannelKeyProps) {
  const channels: readonly GridChannel[] = ['video', 'phone', 'counter'];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {channels.map((channel) => (
        <li key={channel} className="flex items-center gap-2">
          <span className={classNames('size-4 flex-none rounded-[3px] border', channelLooks[channel])} />
          {words[channel]}
        </li>
      ))}
    </ul>
  );
}
