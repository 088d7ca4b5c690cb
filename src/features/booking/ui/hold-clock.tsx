'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '#shared/ui/icon.tsx';
import { iconClock4, iconClockExclamationPoint, iconHourglass } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { BookingState, Hold } from '../booking-state.ts';

const minuteMilliseconds = 60_000;
/** At so many minutes left it is said aloud that the time runs out; no other moment is worth an interruption. */
const warnedAtMinutes = 1;

/** How long the chosen time is kept, and the way to keep it longer. Without script it says until when. */
export function HoldClock({ hold }: { hold: BookingState['hold'] }) {
  const t = useTranslations('booking.hold');
  if (hold === null) return null;
  if (hold === 'over') {
    return (
      <Notice kind="warn" icon={iconClockExclamationPoint}>
        {t('over')}
      </Notice>
    );
  }
  return <RunningClock key={hold.expiresAt} hold={hold} />;
}

function RunningClock({ hold }: { hold: Hold }) {
  const t = useTranslations('booking.hold');
  const common = useTranslations('common');
  const minutes = useMinutesLeft(hold);
  const isOver = minutes <= 0;
  const left = isOver ? t('over') : t('left', { minutes });
  return (
    <div className="rounded-md bg-brand-tint px-4 py-3 text-note">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-[1_1_14rem] gap-3">
          <Icon shape={isOver ? iconClockExclamationPoint : iconClock4} className="mt-0.5 text-brand" />
          <span className="min-w-0">
            {!isOver && <b>{t('kept', { until: hold.until })} </b>}
            {left}
          </span>
        </p>
        {hold.canProlong && !isOver && (
          <SubmitButton
            name="intent"
            value="prolong"
            look="underlined"
            icon={iconHourglass}
            busyText={common('busy')}
          >
            {t('prolong')}
          </SubmitButton>
        )}
      </div>
      <p role="status" className="sr-only">
        {minutes <= warnedAtMinutes && left}
      </p>
    </div>
  );
}

/** Whole minutes, counted up: 1 in the last one, 0 when it is over. By the server's clock. */
function useMinutesLeft({ expiresAt, readAt }: Hold): number {
  const [leftAtStart] = useState(expiresAt - readAt);
  const [minutes, setMinutes] = useState(Math.max(0, Math.ceil(leftAtStart / minuteMilliseconds)));
  useEffect(() => {
    // By the browser's clock, which goes on while a telephone sleeps, less whatever it is wrong by.
    const endsAt = Date.now() + leftAtStart;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const left = endsAt - Date.now();
      const now = Math.max(0, Math.ceil(left / minuteMilliseconds));
      setMinutes(now);
      if (now > 0) timer = setTimeout(tick, left - (now - 1) * minuteMilliseconds + 50);
    };
    const wake = () => {
      clearTimeout(timer);
      tick();
    };
    tick();
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [leftAtStart]);
  return minutes;
}
