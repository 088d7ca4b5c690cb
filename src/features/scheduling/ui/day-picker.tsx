import { getTranslations } from 'next-intl/server';
import { periodOfDates } from '#journey/local-time.ts';
import { formatDay, formatDayRange, formatStripDay, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconChevronLeft } from '#shared/ui/icons/chevron-left.ts';
import { iconChevronRight } from '#shared/ui/icons/chevron-right.ts';
import { DayStrip } from '#shared/ui/moment-choice.tsx';
import type { MomentChoice } from '../choose-moment.ts';
import type { OfferedDay } from '../offered-times.ts';

type DayPickerProps = {
  /** This page's address, with all that was chosen on it but the day. */
  readonly address: string;
  readonly choice: MomentChoice;
  readonly style: MomentStyle;
};

/** Five days as links, and the way to earlier and later ones. */
export async function DayPicker({ address, choice, style }: DayPickerProps) {
  const t = await getTranslations('catalogue.moments');
  const { days, chosen, earlierFrom, laterFrom } = choice;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const noon = (day: OfferedDay) =>
    periodOfDates(day.date, day.date, style.timeZone).startAt + 12 * 3_600_000;
  const href = (query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}#moments`;
  return (
    <>
      <div className="mt-5 mb-1.5 flex min-h-11 items-center justify-between gap-3">
        <p className="font-bold">{formatDayRange(noon(first), noon(last), style)}</p>
        <div className="flex">
          <Turn
            href={earlierFrom && href(`from=${earlierFrom}`)}
            icon={iconChevronLeft}
            words={t('earlier')}
          />
          <Turn href={laterFrom && href(`from=${laterFrom}`)} icon={iconChevronRight} words={t('later')} />
        </div>
      </div>
      <DayStrip
        label={t('days')}
        days={days.map((day) => ({
          ...formatStripDay(noon(day), style),
          href: href(`from=${first.date}&date=${day.date}`),
          note: day.full ? t('full') : t('free', { count: day.count }),
          label: t('day', { day: formatDay(noon(day), style), count: day.count }),
          full: day.full,
          current: day === chosen,
        }))}
      />
    </>
  );
}

type TurnProps = { readonly href: string | undefined; readonly icon: IconShape; readonly words: string };

/** To other days; an empty place where there are none, so that the other one stays where it is. */
function Turn({ href, icon, words }: TurnProps) {
  if (href === undefined) return <span className="size-11" />;
  return (
    <a href={href} className="grid size-11 place-items-center rounded-md text-brand hover:bg-brand-tint">
      <Icon shape={icon} size={24} />
      <span className="sr-only">{words}</span>
    </a>
  );
}
