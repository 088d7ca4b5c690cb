import { getTranslations } from 'next-intl/server';
import { writeClockRanges } from '#features/administration/clock-text.ts';
import { dayFields } from '#features/administration/day-fields.ts';
import type { FieldGroup } from '#features/administration/edit-state.ts';
import type { StaffingPeriod } from '#features/administration/staffing.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { OverlappedPeriods } from '#features/administration/ui/overlapped-periods.tsx';
import { PendingWeek } from '#features/administration/ui/pending-week.tsx';
import type { Weekday } from '#journey/local-time.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { editWords } from '../../../edit-words.ts';
import { weekdayName } from '../../../hours/weekday-name.ts';
import { sendStaffing } from './send-staffing.ts';
import { shownStaffing } from './staffed-days.ts';
import type { StaffingView } from './staffing-request.ts';
import { writePeriod } from './write-period.ts';

/** The column in which the week of a period is changed, or a period added. */
export async function EditStaffing({ view }: { view: StaffingView }) {
  const [t, words] = await Promise.all([getTranslations('admin.staffing'), editWords()]);
  const { seat, chosen, isNew, today } = view;
  const { first, last } = shownStaffing(view.worked);
  const title = isNew ? t('new') : await writePeriod(chosen, today);
  return (
    <>
      <p className="text-ink-2">{seat.name}</p>
      <h2 className="mb-4 text-[1.25rem] leading-7">{title}</h2>
      <EditForm
        key={`${chosen.from} ${isNew}`}
        action={sendStaffing}
        cancelHref={`/admin/seats/${seat.id}/staffing`}
        words={words}
        looksAhead
        groups={[await describePeriod(view), await describeWeek(chosen)]}
      >
        <OverlappedPeriods
          periods={await otherPeriods(view)}
          title={t('overlaps')}
          text={t('overlapsText')}
        />
        <PendingWeek fields={savedWeek(chosen)} firstHour={first} lastHour={last} text={t('pending')} />
      </EditForm>
    </>
  );
}

/** The periods with a first or a last day that another one could overlap. */
async function otherPeriods({ periods, chosen, isNew, today }: StaffingView) {
  const others = periods.filter(
    (period) =>
      (isNew || period !== chosen) &&
      (period.until !== null || (period.from !== null && period.from > today)),
  );
  return Promise.all(
    others.map(async (period) => ({
      from: period.from,
      until: period.until,
      text: await writePeriod(period, today),
    })),
  );
}

async function describePeriod(view: StaffingView): Promise<FieldGroup> {
  const t = await getTranslations('admin.staffing');
  const { seat, chosen, isNew, today } = view;
  const from = chosen.from !== null && chosen.from > today ? chosen.from : today;
  return {
    key: 'period',
    beside: true,
    fields: [
      { kind: 'hidden', name: 'seat', value: seat.id },
      { kind: 'hidden', name: 'team', value: seat.teamId },
      { kind: 'text', type: 'date', name: 'from', label: t('from'), value: isNew ? '' : from },
      {
        kind: 'text',
        type: 'date',
        name: 'until',
        label: t('until'),
        optional: t('optional'),
        value: isNew ? '' : (chosen.until ?? ''),
      },
    ],
  };
}

async function describeWeek(chosen: StaffingPeriod): Promise<FieldGroup> {
  const [t, { language }] = await Promise.all([getTranslations('admin.staffing'), currentReader()]);
  return {
    key: 'week',
    fields: [
      {
        kind: 'radios',
        name: 'staffed',
        label: t('staffed'),
        value: chosen.isAlways ? 'always' : 'week',
        options: [
          { value: 'always', text: t('always') },
          { value: 'week', text: t('thisWeek'), hint: t('weekHint') },
        ],
      },
      ...savedWeek(chosen).map(({ name, saved }, index) => ({
        kind: 'text' as const,
        name,
        label: weekdayName((index + 1) as Weekday, language),
        value: saved,
      })),
    ],
  };
}

/** What stands in the fields of the days; nothing where the seat is staffed whenever its team is open. */
function savedWeek({ week, isAlways }: StaffingPeriod) {
  return dayFields.map((name, index) => ({
    name,
    saved: isAlways ? '' : writeClockRanges(week.filter(({ weekday }) => weekday === index + 1)),
  }));
}
