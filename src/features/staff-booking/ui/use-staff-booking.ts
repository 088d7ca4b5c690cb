'use client';

import { useRef, useState } from 'react';
import type { Language } from '#journey/language.ts';
import { useSubmitOnceReady } from '#shared/ui/use-submit-once-ready.ts';
import type { Begun } from '../find-begun.ts';
import type { BookedWords, BookingRefusal, StaffBookingForm, TimesQuestion } from '../staff-booking-form.ts';
import { sendBooking } from './staff-booking-requests.ts';
import { type ChosenTime, useChosenTime } from './use-chosen-time.ts';

/** The screen as it is being filled in; no time is chosen until one is free. */
export type Filled = Omit<StaffBookingForm, 'startAt'>;
export type SetFilled = (change: Partial<Filled>) => void;

export type StaffBooking = ChosenTime & {
  readonly filled: Filled;
  readonly set: SetFilled;
  readonly refusal: BookingRefusal | null;
  /** Counts the refusals, so that the same one twice is told twice. */
  readonly submission: number;
  readonly busy: boolean;
  readonly submit: () => void;
  readonly booked: BookedWords | null;
  /** Begins the next appointment on an empty screen. */
  readonly next: () => void;
};

/**
 * @param requestChannel how the last request came: the next one probably comes the same way
 * @param begun what is known already of whom one books for
 */
function emptyScreen(
  language: Language,
  requestChannel: Filled['requestChannel'],
  begun: Begun | null = null,
): Filled {
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
    ...begun,
  };
}

export function useStaffBooking(language: Language, begun: Begun | null): StaffBooking {
  const [filled, setFilled] = useState(() => emptyScreen(language, 'phone', begun));
  const [booked, setBooked] = useState<BookedWords | null>(null);
  const time = useChosenTime(questionOf(filled), booked !== null);
  const sending = useSending(filled, time, setBooked);
  return {
    ...time,
    ...sending,
    filled,
    set: (change) => setFilled((before) => ({ ...before, ...change })),
    booked,
    next: () => {
      setFilled(emptyScreen(language, filled.requestChannel));
      time.chooseFirst();
      sending.forget();
      setBooked(null);
    },
  };
}

function questionOf(filled: Filled): TimesQuestion {
  const { serviceSlugs, channel, locationId, needs, language, submissionKey } = filled;
  return { serviceSlugs, channel, locationId, needs, language, submissionKey };
}

/** One press at a time; what is missing is said before anything is sent. */
function useSending(filled: Filled, time: ChosenTime, onBooked: (booked: BookedWords) => void) {
  const [refusal, setRefusal] = useState<BookingRefusal | null>(null);
  const [submission, setSubmission] = useState(0);
  const [busy, setBusy] = useState(false);
  const isSending = useRef(false);
  const refuse = (said: BookingRefusal) => {
    setRefusal(said);
    setSubmission((before) => before + 1);
  };
  const send = async () => {
    if (isSending.current) return;
    if (time.startAt === null) return refuse({ code: 'wrongFields', problems: missingOf(filled) });
    isSending.current = true;
    setBusy(true);
    const answer = await sendBooking({ ...filled, startAt: time.startAt });
    isSending.current = false;
    setBusy(false);
    if (answer.ok) return onBooked(answer.value);
    refuse(answer.refusal);
    // Somebody else has that time: what is left is read again.
    if ('nearest' in answer.refusal) {
      time.chooseFirst();
      time.readAgain();
    }
  };
  const { isWaiting, submit } = useSubmitOnceReady(time.times.kind !== 'loading', () => void send());
  return { refusal, submission, busy: busy || isWaiting, submit, forget: () => setRefusal(null) };
}

function missingOf({ serviceSlugs, name }: Filled): Record<string, string> {
  return {
    ...(serviceSlugs.length === 0 ? { services: 'serviceMissing' } : { times: 'noTimes' }),
    ...(name.trim() === '' ? { name: 'nameMissing' } : {}),
  };
}
