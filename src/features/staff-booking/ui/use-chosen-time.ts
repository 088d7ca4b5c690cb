'use client';

import { useState } from 'react';
import type { TimesQuestion } from '../staff-booking-form.ts';
import { type FreeTimes, useFreeTimes } from './use-free-times.ts';
import { type HeldTime, useHeldTime } from './use-held-time.ts';

/** A local date and a moment in epoch milliseconds. */
type Wanted = { readonly date: string | null; readonly startAt: number | null };
const nothingWanted: Wanted = { date: null, startAt: null };

export type ChosenTime = {
  readonly times: FreeTimes;
  readonly readAgain: () => void;
  /** The chosen local date and moment; the first ones when nothing was chosen. */
  readonly date: string | null;
  readonly setDate: (date: string) => void;
  readonly startAt: number | null;
  readonly setStartAt: (startAt: number) => void;
  /** How long the chosen time is kept free for this screen. */
  readonly held: HeldTime;
  /** Somebody else got the chosen time, and another one stands ready: to be said aloud. */
  readonly isLost: boolean;
  /** Begins again with the first free time. */
  readonly chooseFirst: () => void;
};

/** The free times of what is asked, and which of them is chosen and kept free. @param isOver nothing is to be kept any more */
export function useChosenTime(question: TimesQuestion, isOver: boolean): ChosenTime {
  const [wanted, setWanted] = useState(nothingWanted);
  const [round, setRound] = useState(0);
  const times = useFreeTimes(question, round);
  const chosen = choose(times, wanted);
  const [isLost, setLost] = useState(false);
  const readAgain = () => setRound((before) => before + 1);
  const want = (next: Wanted) => {
    setLost(false);
    setWanted(next);
  };
  const lose = () => {
    setLost(true);
    readAgain();
  };
  return {
    times,
    readAgain,
    ...chosen,
    isLost,
    held: useHeldTime(question, isOver ? null : chosen.startAt, lose),
    setDate: (date) => want({ date, startAt: null }),
    setStartAt: (startAt) => want({ date: chosen.date, startAt }),
    chooseFirst: () => want(nothingWanted),
  };
}

/** What is wanted when it is free; else the first time of the day, and the first day. */
function choose(times: FreeTimes, wanted: Wanted): Wanted {
  if (times.kind !== 'loaded') return nothingWanted;
  const day = times.days.find(({ date }) => date === wanted.date) ?? times.days[0];
  if (day === undefined) return nothingWanted;
  const startAt = day.times.find((time) => time === wanted.startAt) ?? day.times[0] ?? null;
  return { date: day.date, startAt };
}
