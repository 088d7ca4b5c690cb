'use client';

import { useEffect, useState } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { useSubmitOnceReady } from '#shared/ui/use-submit-once-ready.ts';
import type { ChangeChannel, FreeDays } from '../change-answers.ts';
import { askOtherTimes, sendChange } from './seat-requests.ts';

export type Wanted = { readonly date: string | null; readonly startAt: number | null };
export type OtherTimes = FreeDays['days'] | 'loading' | 'failed';

/** What is being chosen instead of an appointment, and the way to do it. */
export type Change = {
  readonly channel: ChangeChannel;
  readonly setChannel: (channel: ChangeChannel) => void;
  readonly times: OtherTimes;
  /** The wanted time when it is free; else the first of its day, and the first day. */
  readonly chosen: Wanted;
  readonly setWanted: (wanted: Wanted) => void;
  readonly phone: string;
  readonly setPhone: (phone: string) => void;
  /** A code of the server, or of this screen. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly submit: () => void;
};

/** @param hasPhone a number is known already @param onDone it was changed */
export function useChange(entry: SeatEntry, hasPhone: boolean, onDone: () => void): Change {
  const [channel, setChannel] = useState<ChangeChannel>(entry.channel === 'chat' ? 'video' : entry.channel);
  const [wanted, setWanted] = useState<Wanted>({ date: null, startAt: entry.startAt });
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const times = useOtherTimes(entry, channel, round);
  const chosen = choose(times, wanted);

  const send = async () => {
    const isSame = chosen.startAt === entry.startAt && channel === entry.channel;
    if (chosen.startAt === null || isSame) return setProblem(isSame ? 'nothing' : 'noTimes');
    setBusy(true);
    const typed = channel === 'phone' && !hasPhone ? phone : null;
    const answer = await sendChange(entry.appointmentId, { startAt: chosen.startAt, channel, phone: typed });
    setBusy(false);
    if (answer.ok) return onDone();
    setProblem(answer.refusal.code);
    // Somebody has that time: what is left is read again.
    if (answer.refusal.code.startsWith('time')) setRound((before) => before + 1);
  };
  const { isWaiting, submit } = useSubmitOnceReady(times !== 'loading', () => void send());
  const isBusy = busy || isWaiting;
  return {
    ...{ channel, setChannel, times, chosen, setWanted, phone, setPhone, problem },
    busy: isBusy,
    submit: () => {
      if (!isBusy) submit();
    },
  };
}

/** @param round another number reads once more */
function useOtherTimes({ appointmentId }: SeatEntry, channel: ChangeChannel, round: number): OtherTimes {
  const key = `${appointmentId} ${channel} ${round}`;
  const [answer, setAnswer] = useState<{ key: string; times: OtherTimes }>({ key: '', times: 'loading' });
  useEffect(() => {
    const leaving = new AbortController();
    void askOtherTimes(appointmentId, channel, leaving.signal).then((said) => {
      if (!leaving.signal.aborted) setAnswer({ key, times: said.ok ? said.value.days : 'failed' });
    });
    return () => leaving.abort();
  }, [appointmentId, channel, key]);
  return answer.key === key ? answer.times : 'loading';
}

function choose(times: OtherTimes, wanted: Wanted): Wanted {
  if (typeof times === 'string') return { date: null, startAt: null };
  const day =
    times.find(({ date }) => date === wanted.date) ??
    times.find((each) => each.times.includes(wanted.startAt ?? -1)) ??
    times[0];
  if (day === undefined) return { date: null, startAt: null };
  const startAt = day.times.find((time) => time === wanted.startAt) ?? day.times[0] ?? null;
  return { date: day.date, startAt };
}
