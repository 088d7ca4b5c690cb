import { bookAppointment } from '#features/booking/book-appointment.ts';
import { detailsForStaff } from '#features/booking/contact-details.ts';
import { readPrincipal } from '#features/booking/principal.ts';
import { findBooked } from '#features/staff-booking/find-booked.ts';
import {
  type BookedWords,
  type BookingRefusal,
  type FieldProblems,
  type StaffBookingForm,
  staffBookingForm,
} from '#features/staff-booking/staff-booking-form.ts';
import type { StaffActor } from '#journey/actor.ts';
import { isInterpreterLanguage } from '#journey/interpreter-languages.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readJson } from '#shared/http/read-json.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { bookingTools } from '../../../(citizen)/book/booking-tools.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';
import { wishOf } from './wish-of.ts';

/** Books for a citizen who phones, mails or stands at the counter. */
export async function POST(request: Request): Promise<Response> {
  const [form, actor] = await Promise.all([readJson(request, staffBookingForm), currentStaff()]);
  if (actor === null || form === null) return answerNotFound();
  return answerSeat(book(actor, form));
}

async function book(actor: StaffActor, form: StaffBookingForm): Promise<Result<BookedWords, BookingRefusal>> {
  const read = readForm(form);
  if (!read.ok) return read;
  const { submissionKey, startAt, language, requestChannel } = form;
  const { id, timeZone } = await currentOrganisation();
  const booked = await bookAppointment(bookingTools(), {
    organisation: { id, timeZone },
    wish: wishOf(form),
    startAt: epochMilliseconds(startAt),
    submissionKey,
    language,
    ...read.value,
    wouldHaveCome: null,
    request: { kind: 'staff', actor, requestChannel },
  });
  if (booked.ok) {
    const written = await findBooked(actor, booked.value.reference);
    return written === null ? fail({ code: 'notFound' }) : succeed(toWords(written));
  }
  const { failure } = booked;
  if (failure.code === 'notAllowed') return fail({ code: 'notFound' });
  if ('nearest' in failure)
    return fail({ code: failure.code, nearest: failure.nearest.map((time) => time.startAt) });
  // The form was read above: what contradicts itself there never comes here.
  if (failure.code === 'interpreterUnclear') return fail({ code: 'unexpected' });
  return fail(failure);
}

function toWords({
  phone,
  location,
  ...booked
}: NonNullable<Awaited<ReturnType<typeof findBooked>>>): BookedWords {
  const { reference, startAt, channel, citizenName, email, phraseWords, hasSheet } = booked;
  const words = { reference, startAt, channel, citizenName, email, phraseWords, hasSheet };
  return { ...words, phone: phone && formatPhoneLocally(phone), address: location?.address ?? null };
}

/** What was typed, in the form in which it is kept; or everything that is wrong with it. */
function readForm(form: StaffBookingForm) {
  const typed = { name: form.name, email: form.email, phone: form.phone, remark: form.remark };
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));
  const details = detailsForStaff.safeParse(filled);
  const principal = readPrincipal(form);
  const needsLanguage = form.needs.includes('interpreter');
  const isLanguageWrong = needsLanguage && !isInterpreterLanguage(form.interpreterLanguage);
  const isPhoneNeeded = form.channel === 'phone' && form.phone.trim() === '';
  if (details.success && principal.ok && !isLanguageWrong && !isPhoneNeeded)
    return succeed({
      details: details.data,
      principal: principal.principal,
      interpreterLanguage: needsLanguage ? form.interpreterLanguage : null,
    });
  const problems: FieldProblems = {
    ...(details.success
      ? {}
      : Object.fromEntries(details.error.issues.map(({ path, message }) => [String(path[0]), message]))),
    ...(principal.ok ? {} : principal.problems),
    ...(isPhoneNeeded ? { phone: 'phoneNeeded' } : {}),
    ...(isLanguageWrong ? { interpreterLanguage: 'interpreterLanguageMissing' } : {}),
  };
  return fail({ code: 'wrongFields' as const, problems });
}
