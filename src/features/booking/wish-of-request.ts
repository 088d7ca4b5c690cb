import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { BookingRequest } from './booking-request.ts';

/** What is wished, with what only staff may say taken from who asks, not from what was sent. */
export function wishOf({ wish, request, submissionKey }: BookingRequest): AppointmentWish {
  return { ...wish, audience: request.kind, replaces: null, holderKey: wish.holderKey ?? submissionKey };
}
