import { getTranslations } from 'next-intl/server';
import { writeClock } from '#features/administration/clock-text.ts';
import { dayFields } from '#features/administration/day-fields.ts';
import type { StaffedDay } from '#features/administration/staffing.ts';
import type { GridBlock, GridDay } from '#features/administration/ui/week-grid.tsx';
import type { Weekday } from '#journey/local-time.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { weekdayName } from '../../../hours/weekday-name.ts';
import type { StaffingView } from './staffing-request.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The hours that the picture shows: a working day and an evening, or more where somebody is there. */
export function shownStaffing(worked: readonly StaffedDay[]) {
  const first = Math.min(8 * 60, ...worked.map(({ fromMinute }) => fromMinute));
  const last = Math.max(20 * 60, ...worked.map(({ untilMinute }) => untilMinute));
  return { first: Math.floor(first / 60), last: Math.ceil(last / 60) };
}

/** The week of a period as the picture and the list show it; each day leads to its field. */
export async function writeStaffedDays({
  chosen,
  worked,
}: Pick<StaffingView, 'chosen' | 'worked'>): Promise<GridDay[]> {
  const [t, { language }] = await Promise.all([getTranslations('admin.staffing'), currentReader()]);
  const write = (stretch: StaffedDay): GridBlock => {
    const [from, to] = [writeClock(stretch.fromMinute), writeClock(stretch.untilMinute)];
    return {
      key: `${stretch.weekday} ${from}`,
      href: `#${dayFields[stretch.weekday - 1]}`,
      channel: 'staffed',
      fromMinute: stretch.fromMinute,
      untilMinute: stretch.untilMinute,
      lane: 0,
      lanes: 1,
      isChosen: false,
      text: t('blockText', { from, to }),
      label: t('block', { from, to }),
      times: [from, to],
      detail: null,
    };
  };
  return weekdays.map((weekday) => {
    const name = weekdayName(weekday, language);
    const ofDay = worked.filter((stretch) => stretch.weekday === weekday);
    return {
      key: String(weekday),
      title: name,
      short: weekdayName(weekday, language, 'short'),
      note: ofDay.length > 0 ? '' : chosen.isAlways ? t('teamClosed') : t('nobody'),
      isChosen: false,
      closed: null,
      add: { href: `#${dayFields[weekday - 1]}`, label: t('hoursOn', { day: name }) },
      blocks: ofDay.map(write),
    };
  });
}
