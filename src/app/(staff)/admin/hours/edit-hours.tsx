import { getTranslations } from 'next-intl/server';
import { writeClock } from '#features/administration/clock-text.ts';
import type { FieldGroup, FieldSpec } from '#features/administration/edit-state.ts';
import { openChannels } from '#features/administration/hours.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { PendingBlock } from '#features/administration/ui/pending-block.tsx';
import { shownHours } from '#features/administration/week.ts';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { writeDate, writeDates } from '../write-dates.ts';
import { hoursHref } from './grid-days.ts';
import type { HoursEdited, HoursView } from './hours-request.ts';
import { sendHours } from './send-hours.ts';
import { weekdayName } from './weekday-name.ts';

/** The column in which a stretch is changed, added or taken away. */
export async function EditHours({ view, edited }: { view: HoursView; edited: HoursEdited }) {
  const [t, { language }, words] = await Promise.all([
    getTranslations('admin.hours'),
    currentReader(),
    editWords(),
  ]);
  const { hours, date, weekday } = edited;
  const { first, last } = shownHours(view.days);
  const title =
    hours === null
      ? t('new')
      : t('title', {
          channel: t(`channels.${hours.channel as 'video'}`),
          from: writeClock(hours.fromMinute),
          to: writeClock(hours.untilMinute),
        });
  return (
    <>
      <p className="text-ink-2">{date === null ? weekdayName(weekday, language) : await writeDate(date)}</p>
      <h2 className="mb-4 text-[1.25rem] leading-7">{title}</h2>
      <EditForm
        key={`${hours?.id} ${date} ${weekday}`}
        action={sendHours}
        groups={await describeFields(view, edited)}
        words={{ ...words, save: t('save'), ...(hours !== null && { remove: t('remove') }) }}
        cancelHref={hoursHref(view)}
        looksAhead
      >
        <PendingBlock weekday={weekday} firstHour={first} lastHour={last} text={t('pending')} />
      </EditForm>
    </>
  );
}

async function describeFields(view: HoursView, edited: HoursEdited): Promise<FieldGroup[]> {
  const t = await getTranslations('admin.hours');
  const { hours, date, weekday } = edited;
  const hidden: FieldSpec[] = [
    { kind: 'hidden', name: 'team', value: view.team.id },
    { kind: 'hidden', name: 'weekday', value: String(weekday) },
    ...(hours === null ? [] : [{ kind: 'hidden' as const, name: 'hours', value: hours.id }]),
    ...(date === null
      ? [{ kind: 'hidden' as const, name: 'validity', value: 'usual' }]
      : [{ kind: 'hidden' as const, name: 'date', value: date }]),
  ];
  return [
    {
      key: 'times',
      beside: true,
      fields: [
        { kind: 'text', name: 'from', label: t('from'), value: writeClock(hours?.fromMinute ?? 540) },
        { kind: 'text', name: 'to', label: t('to'), value: writeClock(hours?.untilMinute ?? 720) },
      ],
    },
    {
      key: 'channels',
      fields: [
        await describeChannels(edited),
        ...(await describeLocation(view, edited)),
        ...(await describeSeats(view, edited)),
      ],
    },
    { key: 'validity', fields: [...hidden, ...(await describeValidity(edited))] },
  ];
}

async function describeChannels({ hours }: HoursEdited): Promise<FieldSpec> {
  const t = await getTranslations('admin.hours');
  return {
    kind: 'checks',
    name: 'channels',
    label: t('channelsQuestion'),
    values: [hours?.channel ?? 'video'],
    options: openChannels.map((value) => ({ value, text: t(`channels.${value}`) })),
  };
}

async function describeLocation({ locations }: HoursView, { hours }: HoursEdited): Promise<FieldSpec[]> {
  if (locations.length === 0) return [];
  const [t, { say }] = await Promise.all([getTranslations('admin.hours'), currentReader()]);
  const options = locations.map(({ id, name }) => ({ value: id, text: say(name) }));
  return [
    {
      kind: 'select',
      name: 'location',
      label: t('location'),
      value: hours?.locationId ?? '',
      options: [{ value: '', text: t('everyLocation') }, ...options],
    },
  ];
}

/** Which seats are open then. One that was named stays to be seen, though it is out of use now. */
async function describeSeats({ seats }: HoursView, { hours }: HoursEdited): Promise<FieldSpec[]> {
  const named = hours?.seatIds ?? [];
  const shown = seats.filter(({ id, isRetired }) => !isRetired || named.includes(id));
  if (shown.length < 2 && named.length === 0) return [];
  const t = await getTranslations('admin.hours');
  return [
    {
      kind: 'checks',
      name: 'seats',
      label: t('seatsOpen'),
      hint: t('seatsOpenHint', { count: shown.length }),
      values: named,
      options: shown.map(({ id, name }) => ({ value: id, text: name })),
    },
  ];
}

async function describeValidity({ date, weekday, hours }: HoursEdited): Promise<FieldSpec[]> {
  if (date === null) return [];
  const [t, { language }] = await Promise.all([getTranslations('admin.hours'), currentReader()]);
  const words = await writeDates([date]);
  const day = weekdayName(weekday, language).toLocaleLowerCase(language === 'de' ? [] : language);
  const isOneDate = hours !== null && hours.validFrom !== null && hours.validFrom === hours.validUntil;
  return [
    {
      kind: 'radios',
      name: 'validity',
      label: t('validity'),
      value: isOneDate ? 'only' : 'from',
      options: [
        {
          value: 'from',
          text: t('everyFrom', {
            day: language === 'de' || language === 'en' ? weekdayName(weekday, language) : day,
            date: words,
          }),
        },
        { value: 'only', text: t('onlyOn', { date: words }) },
      ],
    },
  ];
}
