import type {
  BookedWords,
  BookingRefusal,
  FreeDays,
  HoldQuestion,
  KeptTime,
  StaffBookingForm,
  TimesQuestion,
} from '../staff-booking-form.ts';

export type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

async function post<Value, Refusal>(
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Answer<Value, Refusal | { readonly code: 'unexpected' }>> {
  try {
    const response = await fetch(`/api/seat/bookings${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    const said: unknown = await response.json();
    return response.ok ? { ok: true, value: said as Value } : { ok: false, refusal: said as Refusal };
  } catch {
    return { ok: false, refusal: { code: 'unexpected' } };
  }
}

export function askTimes(question: TimesQuestion, signal: AbortSignal) {
  return post<FreeDays, { readonly code: string }>('/times', question, signal);
}

export function askHold(question: HoldQuestion, signal?: AbortSignal) {
  return post<KeptTime, { readonly code: string }>('/hold', question, signal);
}

export function sendBooking(form: StaffBookingForm) {
  return post<BookedWords, BookingRefusal>('', form);
}
