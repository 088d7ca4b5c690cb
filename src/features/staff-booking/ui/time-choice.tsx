'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { DayTimeChoice } from '#shared/ui/day-time-choice.tsx';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import type { StaffBooking } from './use-staff-booking.ts';

/** When: the first free time stands ready; the arrows choose another day or time. */
export function TimeChoice({ booking }: { booking: StaffBooking }) {
  const t = useTranslations('staffBooking.times');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
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
  return (
    <>
      <div role="alert" className="not-empty:mb-3">
        {booking.isLost && <Notice kind="warn">{t('lost')}</Notice>}
      </div>
      <DayTimeChoice
        days={times.days}
        date={booking.date}
        startAt={booking.startAt}
        onDateChange={booking.setDate}
        onStartAtChange={booking.setStartAt}
        style={style}
        words={{
          day: t('day'),
          free: (count) => t('free', { count }),
          otherDay: t('otherDay'),
          later: t('later'),
          time: t('time'),
        }}
      />
    </>
  );
}
