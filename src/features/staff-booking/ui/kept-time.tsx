import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { capitalise, formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { HoldClock } from '#shared/ui/hold-clock.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import type { StaffBooking } from './use-staff-booking.ts';

/** The chosen time, how long it stays free, and the way to keep it longer while the citizen is still speaking: in sight wherever the form is scrolled to. */
export function KeptTime({ booking: { held, startAt, times } }: { booking: StaffBooking }) {
  const t = useTranslations('staffBooking.times');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  if (startAt === null || times.kind !== 'loaded') return null;
  const { kept, keepLonger } = held;
  return (
    <div className="flex min-w-0 flex-[1_1_20rem] flex-wrap items-center gap-x-4 gap-y-1">
      <p className="flex gap-2 font-semibold">
        <Icon shape={iconCalendarCheck} className="mt-0.5 text-brand" />
        <span className="min-w-0">{capitalise(formatNearMoment(startAt, style), style.language)}</span>
      </p>
      <div className="min-w-0 flex-[1_1_18rem]">
        <HoldClock
          hold={kept && { ...kept, until: formatTime(kept.expiresAt, style) }}
          words={{
            kept: (time) => t('kept', { time }),
            left: (minutes) => t('left', { minutes }),
            over: t('over'),
          }}
          keep={(stage) => (
            <Button look="underlined" icon={iconHourglass} onClick={keepLonger}>
              {stage === 'over' ? t('keepAgain') : t('prolong')}
            </Button>
          )}
        />
      </div>
    </div>
  );
}
