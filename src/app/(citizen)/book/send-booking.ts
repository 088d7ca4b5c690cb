'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { bookAppointment } from '#features/booking/book-appointment.ts';
import { readBookingForm, type SentForm } from '#features/booking/booking-form.ts';
import { mayBook } from '#features/booking/booking-limits.ts';
import type { Booked, BookingFailure } from '#features/booking/booking-request.ts';
import type { BookingProblem, BookingState } from '#features/booking/booking-state.ts';
import type { ContactDetails } from '#features/booking/contact-details.ts';
import { exchangeLink } from '#features/link/exchange-link.ts';
import { visitCookieFor } from '#features/link/visit-cookie.ts';
import { findServiceTime } from '#features/scheduling/find-times.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import type { Result } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { attemptLimiter, clock, videoRooms } from '../../../wiring.ts';
import { currentReader } from '../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../current-request.ts';
import { videoWish } from '../video-wish.ts';
import { bookingTools } from './booking-tools.ts';
import { offeredSlots } from './offered-slots.ts';

const theBeginning = epochMilliseconds(0);

/**
 * Takes the booking's form, whichever step it is in. Nothing is kept in between: what was typed travels with the form, and is
 * shown again whatever happens.
 */
export async function sendBooking(_previous: BookingState, form: FormData): Promise<BookingState> {
  const sent = readBookingForm(form);
  if (sent === null) redirect('/book');
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  // Whether it is past is decided with everything else, at the booking.
  const read = parseMoment(sent.moment ?? '', organisation.timeZone, theBeginning);
  const state: BookingState = {
    step: stepAfter(sent, read.ok),
    submissionKey: sent.submissionKey,
    wanted: sent.wanted,
    moment: read.ok ? (sent.moment ?? null) : null,
    momentWords: read.ok ? capitalise(formatMoment(read.value, style), style.language) : null,
    slots: [],
    typed: sent.typed,
    problems: sent.problems ?? {},
    problem: null,
  };
  if (!read.ok) return { ...state, ...(await findOtherTimes(sent)) };
  if (sent.intent !== 'book' || sent.details === null) return state;

  const head = await headers();
  if (comesFromElsewhere(head)) return { ...state, problem: 'fromElsewhere' };
  if (!(await mayBook(attemptLimiter, clientAddress(head)))) return { ...state, problem: 'tooMany' };
  const result = await book(sent, sent.details, read.value);
  if (result.ok) return goToAppointment(result.value);
  if (!('nearest' in result.failure)) redirect('/book');
  const isPast = read.value < clock.now();
  const problem: BookingProblem = isPast ? 'timePast' : result.failure.code;
  return { ...state, ...noMoment, slots: offeredSlots(result.failure.nearest, style), problem };
}

/** The next step when all is well with this one; else the same again. */
function stepAfter({ intent, problems }: SentForm, hasMoment: boolean): BookingState['step'] {
  if (intent === 'edit' || problems !== null) return 'details';
  return intent === 'check' && !hasMoment ? 'details' : 'check';
}

const noMoment = { moment: null, momentWords: null };

/** Nothing was chosen out of what was proposed: proposes again, around what was wanted at first. */
async function findOtherTimes(sent: SentForm) {
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  const wanted = parseMoment(sent.wanted, organisation.timeZone, theBeginning);
  if (!wanted.ok) redirect(`/services/${encodeURIComponent(sent.service)}?missing=1#moments`);
  const time = await findServiceTime(
    clock,
    organisation,
    videoWish(sent.service, style.language),
    wanted.value,
  );
  if (time === null) redirect('/book');
  if (time.answer.kind === 'free') {
    const words = capitalise(formatMoment(wanted.value, style), style.language);
    return { moment: sent.wanted, momentWords: words };
  }
  return { ...noMoment, slots: offeredSlots(time.answer.nearest, style), problem: 'momentMissing' as const };
}

async function book(
  sent: SentForm,
  details: ContactDetails,
  startAt: EpochMilliseconds,
): Promise<Result<Booked, BookingFailure>> {
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  return bookAppointment(bookingTools(), {
    organisation: { id: organisation.id, timeZone: organisation.timeZone },
    wish: videoWish(sent.service, language),
    startAt,
    submissionKey: sent.submissionKey,
    language,
    details,
    principal: null,
    interpreterLanguage: null,
    wouldHaveCome: null,
    request: { kind: 'citizen' },
  });
}

/** Gives this browser the appointment and goes there. */
async function goToAppointment({ reference, linkToken, again }: Booked): Promise<never> {
  const [organisation, jar] = await Promise.all([currentOrganisation(), cookies()]);
  if (linkToken !== null) {
    const exchange = await exchangeLink({ clock, videoRooms }, organisation.id, {
      token: linkToken,
      choice: { as: again ? 'sameCitizen' : 'citizen' },
      cookies: (name) => jar.get(name)?.value,
    });
    if (exchange.ok && exchange.value.cookieToken !== null)
      jar.set(visitCookieFor(exchange.value, exchange.value.cookieToken, clock.now()));
  }
  redirect(`/a/${reference}?booked=1`);
}
