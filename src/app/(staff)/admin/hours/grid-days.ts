import { getTranslations } from 'next-intl/server';
import { writeClock } from '#features/administration/clock-text.ts';
import { openMinutes, type StoredHours } from '#features/administration/hours.ts';
import type { GridBlock, GridChannel, GridDay } from '#features/administration/ui/week-grid.tsx';
import type { WeekDay } from '#features/administration/week.ts';
import type { Language } from '#journey/language.ts';
import { capitalise, formatStripDay } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../../current-reader.ts';
import { writeDate } from '../write-dates.ts';
import type { HoursView } from './hours-request.ts';
import { weekdayName } from './weekday-name.ts';

/** The address of the page for this team and week, with more. */
export function hoursHref(
  view: Pick<HoursView, 'team' | 'monday' | 'asList'>,
  more: Record<string, string> = {},
): string {
  const { team, monday, asList } = view;
  const query = new URLSearchParams({
    team: team.slug,
    ...(monday !== null && { week: monday }),
    ...(asList && { view: 'list' }),
    ...more,
  });
  const isEdit = 'hours' in more || 'add' in more;
  return `/admin/hours?${query}${isEdit ? '#edit' : ''}`;
}

/** The week as the picture and the list show it. */
export async function writeDays(view: HoursView): Promise<GridDay[]> {
  return Promise.all(view.days.map((day) => writeDay(view, day)));
}

async function writeDay(view: HoursView, day: WeekDay): Promise<GridDay> {
  const [t, { language, say }] = await Promise.all([getTranslations('admin.hours'), currentReader()]);
  const name = weekdayName(day.weekday, language);
  const closure = day.date === null ? undefined : view.closed.get(day.date);
  const minutes = openMinutes(day.hours);
  const dayWords = day.date === null ? name : await writeDate(day.date);
  const place: Record<string, string> = day.date === null ? {} : { day: day.date };
  return {
    key: String(day.weekday),
    title: day.date === null ? name : shortDay(day.date, language),
    ...(day.date === null && { short: weekdayName(day.weekday, language, 'short') }),
    note:
      closure !== undefined || minutes === 0
        ? t('closed')
        : t('open', { hours: writeClock(minutes).replace(/\.00$/, '') }),
    isChosen: view.edited !== null && view.edited.weekday === day.weekday,
    closed: closure === undefined ? null : { title: capitalise(t('closed'), language), text: say(closure) },
    add: {
      href: hoursHref(view, { add: String(day.weekday), ...place }),
      label: t('addOn', { day: dayWords }),
    },
    blocks: await Promise.all(
      day.hours.map(async (hours): Promise<GridBlock> => {
        const { fromMinute, untilMinute, lane, lanes } = hours;
        const channel = hours.channel as GridChannel;
        const [from, to] = [writeClock(fromMinute), writeClock(untilMinute)];
        return {
          key: hours.id,
          href: hoursHref(view, { hours: hours.id, ...place }),
          channel,
          fromMinute,
          untilMinute,
          lane,
          lanes,
          isChosen: view.edited?.hours?.id === hours.id,
          text: t('blockText', { channel: t(`channels.${channel}`), from, to }),
          label: t('block', { channel: t(`channels.${channel}`), from, to }),
          times: [from, to],
          detail: await writeDetail(view, hours),
        };
      }),
    ),
  };
}

/** The building of a counter, the seats when not all are open, and the dates between which it holds. */
async function writeDetail({ locations, seats }: HoursView, hours: StoredHours): Promise<string | null> {
  const [t, { say, language }] = await Promise.all([getTranslations('admin.hours'), currentReader()]);
  const location = locations.find(({ id }) => id === hours.locationId);
  const open = seats.filter(({ id }) => hours.seatIds.includes(id)).map(({ name }) => name);
  const parts = [
    location && say(location.name),
    open.length === 0 ? undefined : new Intl.ListFormat(language).format(open),
  ];
  if (hours.validFrom !== null && hours.validFrom === hours.validUntil) parts.push(t('onlyThisDate'));
  else {
    if (hours.validFrom !== null)
      parts.push(t('since', { date: await writeDate(hours.validFrom, { inSentence: true }) }));
    if (hours.validUntil !== null)
      parts.push(t('until', { date: await writeDate(hours.validUntil, { inSentence: true }) }));
  }
  const words = parts.filter((part) => part !== undefined);
  return words.length === 0 ? null : words.join(', ');
}

function shortDay(date: string, language: Language): string {
  const { weekday, day } = formatStripDay(new Date(`${date}T00:00Z`), { language, timeZone: 'UTC' });
  return `${weekday} ${day}`;
}
