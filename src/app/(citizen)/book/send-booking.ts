'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { bookAppointment } from '#features/booking/book-appointment.ts';
import { type BookingAnswers, languageOf } from '#features/booking/booking-form.ts';
import { mayBook } from '#features/booking/booking-limits.ts';
import type { BookingFailure } from '#features/booking/booking-request.ts';
import type { BookingProblem, BookingState } from '#features/booking/booking-state.ts';
import { isNew, lookTwice, maskRemark, seenNow } from '#features/booking/second-look.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { attemptLimiter, clock } from '../../../wiring.ts';
import { currentReader } from '../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../current-request.ts';
import { bookingTools } from './booking-tools.ts';
import { changeLanguage } from './change-language.ts';
import { goToAppointment } from './go-to-appointment.ts';
import { keepTime, keepTimeLonger, lookAtTime, type WantedTime } from './keep-time.ts';
import { offeredSlots } from './offered-slots.ts';
import { readSentBooking, type SentBooking } from './sent-booking.ts';

/** A form with a moment in it. */
type Timed = SentBooking & { readonly time: WantedTime };

/**
 * Takes the booking's form, whichever step it is in. Nothing of it is kept in between: what was typed travels with the form, and is
 * shown again whatever happens.
 */
export async function sendBooking(_previous: BookingState, form: FormData): Promise<BookingState> {
  await changeLanguage(form.get('intent'));
  const booking = await readSentBooking(form);
  if (booking === null) redirect('/book');
  const { sent, wish, state, startAt, answers } = booking;
  if (startAt === null) return askForMoment(booking);
  const timed = { ...booking, time: { wish, startAt, holderKey: wish.holderKey ?? sent.submissionKey } };
  if (state.problem !== null) return look(timed, { ...state, step: 'details' });
  if (languageOf(sent.intent) !== null) return look(timed, state);
  if (sent.intent === 'prolong') return prolong(timed);
  if (sent.intent === 'phone') return callInstead(timed);
  if (!answers.ok) return look(timed, { ...state, step: 'details', problems: answers.problems });
  if (sent.intent === 'edit') return look(timed, { ...state, step: 'details' });
  return sent.intent === 'book' ? book(timed, answers.answers) : lookOrCheck(timed);
}

/** Before the last look: whether the address was meant so, and what must not stand in a text. Asked once. */
async function lookOrCheck(timed: Timed): Promise<BookingState> {
  const { state } = timed;
  const { typed, seen } = state;
  const found = lookTwice(typed);
  if (!isNew(found, typed, seen)) return check({ ...timed, state: { ...state, typed: maskRemark(typed) } });
  return look(timed, { ...state, step: 'details', look: found, seen: seenNow(found, typed, seen) });
}

/** The same page again: only the clock goes on. */
async function look({ time, sent }: Timed, state: BookingState): Promise<BookingState> {
  const seen = await lookAtTime(time);
  const hold = seen?.kind === 'free' ? seen.hold : null;
  return { ...state, hold: hold ?? (sent.held === undefined ? null : 'over') };
}

/** The last look: the time is kept as it is wished now, which may be longer than it was. */
async function check(timed: Timed): Promise<BookingState> {
  const kept = await keepTime(timed.time);
  const state = { ...timed.state, step: 'check' as const };
  return kept.ok ? { ...state, hold: kept.value } : loseTime({ ...timed, state }, kept.failure);
}

async function prolong(timed: Timed): Promise<BookingState> {
  const kept = await keepTimeLonger(timed.time);
  return kept.ok ? { ...timed.state, hold: kept.value } : loseTime(timed, kept.failure);
}

/** The same time by telephone, when that can be had; where to call may have to be filled in. */
async function callInstead(timed: Timed): Promise<BookingState> {
  const { sent, state, answers, wish } = timed;
  const kept = wish.channel === 'phone' ? await keepTime(timed.time) : null;
  if (kept === null || !kept.ok) {
    const before = {
      ...state,
      wish: { ...state.wish, channel: sent.channel },
      problem: 'notByPhone' as const,
    };
    return look({ ...timed, time: { ...timed.time, wish: { ...wish, channel: sent.channel } } }, before);
  }
  if (answers.ok) return { ...state, step: 'check', hold: kept.value };
  return { ...state, step: 'details', problems: answers.problems, hold: kept.value };
}

async function book(timed: Timed, answers: BookingAnswers): Promise<BookingState> {
  const { sent, state, time } = timed;
  const head = await headers();
  if (comesFromElsewhere(head)) return look(timed, { ...state, problem: 'fromElsewhere' });
  if (!(await mayBook(attemptLimiter, clientAddress(head))))
    return look(timed, { ...state, problem: 'tooMany' });
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const { needs, ...details } = answers;
  const result = await bookAppointment(bookingTools(), {
    organisation,
    wish: { ...time.wish, needs },
    startAt: time.startAt,
    submissionKey: sent.submissionKey,
    language,
    ...details,
    request: { kind: 'citizen' },
  });
  return result.ok
    ? goToAppointment(result.value)
    : loseTime({ ...timed, state: { ...state, step: 'check' } }, result.failure);
}

const noMoment = { moment: null, momentWords: null, hold: null };

/** The time cannot be had: which others can, and why not this one. */
async function loseTime({ state, time }: Timed, failure: BookingFailure): Promise<BookingState> {
  if (!('nearest' in failure)) redirect('/book');
  const { style } = await currentReader();
  const slots = offeredSlots(failure.nearest, style);
  return { ...state, ...noMoment, slots, problem: await findReason(time, failure.code) };
}

async function findReason(time: WantedTime, code: 'timeTaken' | 'timeNotOffered'): Promise<BookingProblem> {
  if (time.startAt < clock.now()) return 'timePast';
  const isLonger = time.wish.needs.some((need) => need === 'interpreter' || need === 'signLanguage');
  if (!isLonger) return code;
  const alone = await lookAtTime({ ...time, wish: { ...time.wish, needs: [] } });
  return alone?.kind === 'free' ? 'tooShortForInterpreter' : code;
}

/** Nothing was chosen out of what was proposed: proposes again, around what was wanted at first. */
async function askForMoment({ sent, wish, state }: SentBooking): Promise<BookingState> {
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  const wanted = parseMoment(sent.wanted, organisation.timeZone, epochMilliseconds(0));
  if (!wanted.ok) redirect(`/services/${encodeURIComponent(wish.serviceSlugs[0] ?? '')}?missing=1#moments`);
  const holderKey = wish.holderKey ?? sent.submissionKey;
  const seen = await lookAtTime({ wish, startAt: wanted.value, holderKey });
  if (seen === null) redirect('/book');
  if (seen.kind === 'free') {
    const momentWords = capitalise(formatMoment(wanted.value, style), style.language);
    return { ...state, moment: sent.wanted, momentWords, hold: seen.hold };
  }
  return { ...state, ...noMoment, slots: offeredSlots(seen.nearest, style), problem: 'momentMissing' };
}
