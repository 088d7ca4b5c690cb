import { useTranslations } from 'next-intl';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import type { BookedThing, BookingState } from '../booking-state.ts';
import { HoldClock } from './hold-clock.tsx';

/** The moment that was chosen, how long it is kept, and the way to another one. */
export function ChosenTime({ state, booked }: { state: BookingState; booked: BookedThing }) {
  const t = useTranslations('booking.details');
  if (state.momentWords === null) return null;
  return (
    <div className="grid gap-3">
      <div className="flex gap-3 rounded-lg bg-surface px-(--card-pad) py-4">
        <Icon shape={iconCalendarCheck} size={24} className="mt-0.5 text-brand" />
        <p className="min-w-0">
          <b>{state.momentWords}</b>
          <br />
          <a href={booked.momentsHref} className="inline-flex min-h-11 items-center">
            {t('otherMoment')}
          </a>
        </p>
      </div>
      <HoldClock hold={state.hold} />
    </div>
  );
}
