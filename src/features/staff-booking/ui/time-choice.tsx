'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { capitalise, formatClock, formatMoment, formatStripDay } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconChevronRight, iconRefreshCw } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { RadioTiles } from '#shared/ui/radio-tiles.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { StaffBooking } from './use-staff-booking.ts';

const daysInSight = 7;

/** When: the first free time stands ready; the arrows choose another day or time. */
export function TimeChoice({ booking }: { booking: StaffBooking }) {
  const t = useTranslations('staffBooking.times');
  const { times, readAgain } = booking;
  if (times.kind === 'nothingAsked') return <p className="text-ink-2">{t('nothingAsked')}</p>;
  if (times.kind === 'loading') return <Skeleton label={t('loading')} />;
  if (times.kind === 'failed') {
    const action = (
      <Button look="secondary" icon={iconRefreshCw} onClick={readAgain}>
        {t('again')}
      </Button>
    );
    return (
      <Notice kind="danger" role="alert" action={action}>
        {t('failed')}
      </Notice>
    );
  }
  if (times.days.length === 0) return <Notice kind="warn">{t('none')}</Notice>;
  return <DaysAndTimes days={times.days} booking={booking} />;
}

type Days = Extract<StaffBooking['times'], { kind: 'loaded' }>['days'];

function DaysAndTimes({ days, booking }: { days: Days; booking: StaffBooking }) {
  const t = useTranslations('staffBooking.times');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const [first, setFirst] = useState(0);
  const { date, startAt, setDate, setStartAt } = booking;
  const at = days.findIndex((day) => day.date === date);
  const from = Math.min(at >= first && at < first + daysInSight ? first : Math.max(at, 0), days.length - 1);
  const inSight = days.slice(from, from + daysInSight);
  const day = days[at];
  const goTo = (index: number) => {
    const target = days[index];
    if (target === undefined) return;
    setFirst(index);
    setDate(target.date);
  };
  return (
    <div className="grid gap-3">
      <RadioTiles
        name="date"
        legend={t('day')}
        width="days"
        value={date}
        onChange={setDate}
        tiles={inSight.map((shown) => {
          const words = formatStripDay(shown.times[0] as number, style);
          return {
            value: shown.date,
            text: `${words.weekday} ${words.day}`,
            detail: t('free', { count: shown.times.length }),
          };
        })}
      />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="otherDate"
          type="date"
          label={t('otherDay')}
          className="w-48"
          min={days[0]?.date}
          max={days.at(-1)?.date}
          value={date ?? ''}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            goTo(days.findIndex((other) => wanted !== '' && other.date >= wanted));
          }}
        />
        {from + daysInSight < days.length && (
          <Button look="secondary" iconAfter={iconChevronRight} onClick={() => goTo(from + daysInSight)}>
            {t('later')}
          </Button>
        )}
      </div>
      <RadioTiles
        name="startAt"
        legend={t('time')}
        width="times"
        value={String(startAt)}
        onChange={(value) => setStartAt(Number(value))}
        tiles={(day?.times ?? []).map((time) => ({ value: String(time), text: formatClock(time, style) }))}
      />
      {startAt !== null && (
        <p role="status" className="font-semibold">
          {capitalise(formatMoment(startAt, style), style.language)}
        </p>
      )}
    </div>
  );
}
