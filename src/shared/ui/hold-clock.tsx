'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconClock4 } from './icons/clock-4.ts';
import { iconClockExclamationPoint } from './icons/clock-exclamation-point.ts';

/** How long a chosen time is kept for whoever fills in a form. */
export type Hold = {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The server's clock when it said so, so that a wrong clock in the browser does no harm. */
  readonly readAt: number;
  /** "10.45 uur". */
  readonly until: string;
  readonly canProlong: boolean;
};

const minuteMilliseconds = 60_000;
/** At so many minutes left it is said aloud that the time runs out; no other moment is worth an interruption. */
const warnedAtMinutes = 1;

type Words = {
  readonly kept: (until: string) => string;
  readonly left: (minutes: number) => string;
  readonly over: string;
  /** Of a time that never was kept; left out, nothing is said. */
  readonly notKept?: string;
};

/** `none`: it never was. */
export type HoldStage = 'running' | 'over' | 'none';

type HoldClockProps = {
  /** `over`: it was kept, and is not any more. Null when it never was. */
  readonly hold: Hold | 'over' | null;
  readonly words: Words;
  /** The button that keeps it longer, again, or for the first time. */
  readonly keep: (stage: HoldStage) => ReactNode;
};

/** How long the chosen time is kept, and the way to keep it longer. Without script it says until when. */
export function HoldClock({ hold, words, keep }: HoldClockProps) {
  if (hold === null)
    return words.notKept === undefined ? null : (
      <Clock minutes={0} until="" words={{ ...words, over: words.notKept }} button={keep('none')} />
    );
  if (hold === 'over') return <Clock minutes={0} until="" words={words} button={keep('over')} />;
  return <RunningClock key={hold.expiresAt} hold={hold} words={words} keep={keep} />;
}

function RunningClock({ hold, words, keep }: HoldClockProps & { hold: Hold }) {
  const minutes = useMinutesLeft(hold);
  const canKeep = hold.canProlong || minutes === 0;
  return (
    <Clock
      minutes={minutes}
      until={hold.until}
      words={words}
      button={canKeep && keep(minutes === 0 ? 'over' : 'running')}
      isRunning
    />
  );
}

type ClockProps = {
  /** 0 when it is over. */
  readonly minutes: number;
  readonly until: string;
  readonly words: Words;
  readonly button: ReactNode;
  /** It changes by itself. */
  readonly isRunning?: boolean;
};

function Clock({ minutes, until, words, button, isRunning }: ClockProps) {
  const isOver = minutes === 0;
  const left = isOver ? words.over : words.left(minutes);
  return (
    <div className={classNames('rounded-md px-4 py-3 text-note', isOver ? 'bg-warn-tint' : 'bg-brand-tint')}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-[1_1_14rem] gap-3">
          <Icon
            shape={isOver ? iconClockExclamationPoint : iconClock4}
            className={classNames('mt-0.5', isOver ? 'text-warn' : 'text-brand')}
          />
          <span className="min-w-0">
            {!isOver && <b>{words.kept(until)} </b>}
            {left}
          </span>
        </p>
        {button}
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
