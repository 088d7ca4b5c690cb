'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Language } from '#journey/language.ts';
import type { BookedWords, BookingRefusal, StaffBookingForm } from '../staff-booking-form.ts';
import { sendBooking } from './staff-booking-requests.ts';
import { type FreeTimes, useFreeTimes } from './use-free-times.ts';
import { useHeldTime } from './use-held-time.ts';

/** The screen as it is being filled in; no time is chosen until one is free. */
export type Filled = Omit<StaffBookingForm, 'startAt'>;
export type SetFilled = (change: Partial<Filled>) => void;

export type StaffBooking = {
  readonly filled: Filled;
  readonly set: SetFilled;
  readonly times: FreeTimes;
  readonly readAgain: () => void;
  /** The chosen local date and moment; the first ones when nothing was chosen. */
  readonly date: string | null;
  readonly setDate: (date: string) => void;
  readonly startAt: number | null;
  /** Until when the chosen time is kept free for this screen; null while that is not known. Epoch milliseconds. */
  readonly keptUntil: number | null;
  readonly setStartAt: (startAt: number) => void;
  readonly refusal: BookingRefusal | null;
  /** Counts the refusals, so that the same one twice is told twice. */
  readonly submission: number;
  readonly busy: boolean;
  readonly submit: () => void;
  readonly booked: BookedWords | null;
  /** Begins the next appointment on an empty screen. */
  readonly next: () => void;
};

/** @param requestChannel how the last request came: the next one probably comes the same way */
function emptyScreen(language: Language, requestChannel: Filled['requestChannel']): Filled {
  return {
    serviceSlugs: [],
    channel: 'video',
    locationId: null,
    needs: [],
    language,
    submissionKey: crypto.randomUUID(),
    name: '',
    email: '',
    phone: '',
    remark: '',
    interpreterLanguage: '',
    forWhom: 'self',
    principalName: '',
    registrationNumber: '',
    requestChannel,
  };
}

export function useStaffBooking(language: Language): StaffBooking {
  const [filled, setFilled] = useState(() => emptyScreen(language, 'phone'));
  const [wanted, setWanted] = useState<{ date: string | null; startAt: number | null }>(nothingWanted);
  const [round, setRound] = useState(0);
  const [refusal, setRefusal] = useState<{ said: BookingRefusal | null; count: number }>({
    said: null,
    count: 0,
  });
  const [busy, setBusy] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const isSending = useRef(false);
  const [booked, setBooked] = useState<BookedWords | null>(null);

  const { serviceSlugs, channel, locationId, needs, submissionKey } = filled;
  const question = { serviceSlugs, channel, locationId, needs, language: filled.language, submissionKey };
  const times = useFreeTimes(question, round);
  const chosen = chooseTime(times, wanted);
  const readAgain = () => setRound((before) => before + 1);
  const keptUntil = useHeldTime(question, booked === null ? chosen.startAt : null, readAgain);

  const refuse = (said: BookingRefusal) => setRefusal(({ count }) => ({ said, count: count + 1 }));
  const submit = async () => {
    if (isSending.current) return;
    if (times.kind === 'loading') return setWaiting(true);
    setWaiting(false);
    if (chosen.startAt === null) return refuse({ code: 'wrongFields', problems: missingOf(filled, times) });
    isSending.current = true;
    setBusy(true);
    const answer = await sendBooking({ ...filled, startAt: chosen.startAt });
    isSending.current = false;
    setBusy(false);
    if (answer.ok) return setBooked(answer.value);
    refuse(answer.refusal);
    // Somebody else has that time: what is left is read again.
    if ('nearest' in answer.refusal) {
      setWanted(nothingWanted);
      readAgain();
    }
  };
  // Pressed while the times are being read: it goes on by itself once they are there.
  const goOn = useEffectEvent(() => void submit());
  const isReady = isWaiting && times.kind !== 'loading';
  useEffect(() => {
    if (isReady) goOn();
  }, [isReady]);
  return {
    filled,
    set: (change) => setFilled((before) => ({ ...before, ...change })),
    times,
    readAgain,
    ...chosen,
    keptUntil,
    setDate: (date) => setWanted({ date, startAt: null }),
    setStartAt: (startAt) => setWanted({ date: chosen.date, startAt }),
    refusal: refusal.said,
    submission: refusal.count,
    busy: busy || isWaiting,
    submit: () => void submit(),
    booked,
    next: () => {
      setFilled(emptyScreen(language, filled.requestChannel));
      setWanted(nothingWanted);
      setRefusal({ said: null, count: 0 });
      setBooked(null);
    },
  };
}

const nothingWanted = { date: null, startAt: null };

/** What is wanted when it is free; else the first time of the day, and the first day. */
function chooseTime(times: FreeTimes, wanted: { date: string | null; startAt: number | null }) {
  if (times.kind !== 'loaded') return nothingWanted;
  const day = times.days.find(({ date }) => date === wanted.date) ?? times.days[0];
  if (day === undefined) return nothingWanted;
  const startAt = day.times.find((time) => time === wanted.startAt) ?? day.times[0] ?? null;
  return { date: day.date, startAt };
}

function missingOf({ serviceSlugs, name }: Filled, times: FreeTimes): Record<string, string> {
  return {
    ...(serviceSlugs.length === 0 ? { services: 'serviceMissing' } : {}),
    ...(serviceSlugs.length > 0 && times.kind !== 'loading' ? { times: 'noTimes' } : {}),
    ...(name.trim() === '' ? { name: 'nameMissing' } : {}),
  };
}
