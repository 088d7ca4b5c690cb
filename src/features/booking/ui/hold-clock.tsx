'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconClock4, iconClockExclamationPoint, iconHourglass } from '#shared/ui/icon-shapes.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { BookingState, Hold } from '../booking-state.ts';

const minuteMilliseconds = 60_000;
/** At so many minutes left it is said aloud that the time runs out; no other moment is worth an interruption. */
const warnedAtMinutes = 1;

/** How long the chosen time is kept, and the way to keep it longer. Without script it says until when. */
export function HoldClock({ hold }: { hold: BookingState['hold'] }) {
  if (hold === null) return null;
  if (hold === 'over') return <Clock minutes={0} until="" canKeep />;
  return <RunningClock key={hold.expiresAt} hold={hold} />;
}

function RunningClock({ hold }: { hold: Hold }) {
  const minutes = useMinutesLeft(hold);
  return <Clock minutes={minutes} until={hold.until} canKeep={hold.canProlong || minutes === 0} isRunning />;
}

type ClockProps = {
  /** 0 when it is over. */
  readonly minutes: number;
  readonly until: string;
  readonly canKeep: boolean;
  /** It changes by itself. */
  readonly isRunning?: boolean;
};

function Clock({ minutes, until, canKeep, isRunning }: ClockProps) {
  const t = useTranslations('booking.hold');
  const common = useTranslations('common');
  const isOver = minutes === 0;
  const left = isOver ? t('over') : t('left', { minutes });
  return (
    <div className={classNames('rounded-md px-4 py-3 text-note', isOver ? 'bg-warn-tint' : 'bg-brand-tint')}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-[1_1_14rem] gap-3">
          <Icon
            shape={isOver ? iconClockExclamationPoint : iconClock4}
            className={classNames('mt-0.5', isOver ? 'text-warn' : 'text-brand')}
          />
          <span className="min-w-0">
            {!isOver && <b>{t('kept', { until })} </b>}
            {left}
          </span>
        </p>
        {canKeep && (
          <SubmitButton
            name="intent"
            value="prolong"
            look="underlined"
            icon={iconHourglass}
            busyText={common('busy')}
          >
            {isOver ? t('again') : t('prolong')}
          </SubmitButton>
        )}
      </div>
      {isRunning && (
        <p role="status" className="sr-only">
          {minutes <= warnedAtMinutes && left}
        </p>
      )}
    </div>
  );
}

/** Whole minutes, counted up: 1 in the last one, 0 when it is over. By the server's clock. */
function useMinutesLeft({ expiresAt, readAt }: Hold): number {
  const [leftAtStart] = useState(expiresAt - readAt);
  const [minutes, setMinutes] = useState(minutesOf(leftAtStart));
  useEffect(() => {
    // By the browser's clock, which goes on while a telephone sleeps, less whatever it is wrong by.
    const endsAt = Date.now() + leftAtStart;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const left = endsAt - Date.now();
      const now = minutesOf(left);
      setMinutes(now);
      if (now > 0) timer = setTimeout(tick, left - (now - 1) * minuteMilliseconds + 50);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [leftAtStart]);
  return minutes;
}

function minutesOf(milliseconds: number): number {
  return Math.max(0, Math.ceil(milliseconds / minuteMilliseconds));
}
