import { type MessageKind, reminderMoment } from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import type { ToldAppointment } from './told.ts';

/** Decisions about one message, by time and by what became of its appointment. */

export type DiscardReason =
  | 'appointmentCancelled'
  | 'appointmentMoved'
  | 'tooLate'
  /** The offer was answered, or ran out. */
  | 'offerSettled'
  /** Somebody came after all. */
  | 'notMissed';

type Planned = { readonly kind: MessageKind; readonly plannedAt: EpochMilliseconds };
type Appointment = Pick<ToldAppointment, 'state' | 'startAt' | 'offer'>;

/** How long whoever took a message may be sending it, before another process takes it up again. */
export const sendingLeaseMinutes = 1;

/**
 * Minutes until the next attempt, after the first, second, … failure; the last one repeats. Growing, but never so long
 * that a mail server that is back waits more than ten minutes for what it missed.
 */
const retryMinutes = [1, 2, 4, 8] as const;
const retryForMinutes = 24 * 60;

/** Words about a missed appointment that come later than this are only puzzling. */
const missedForMinutes = 3 * 24 * 60;

/** Why the message is no longer wanted now, asked at the moment of sending; null when it is. */
export function reasonToDiscard(
  { kind, plannedAt }: Planned,
  appointment: Appointment,
  timeZone: string,
  now: EpochMilliseconds,
): DiscardReason | null {
  if (kind === 'cancellation') return null;
  if (kind === 'missed') {
    if (appointment.state !== 'missed') return 'notMissed';
    return now >= addMinutes(appointment.startAt, missedForMinutes) ? 'tooLate' : null;
  }
  if (appointment.state === 'cancelled') return 'appointmentCancelled';
  if (appointment.state !== 'booked' || now >= appointment.startAt) return 'tooLate';
  if (kind === 'earlierTime') return isOpen(appointment.offer, plannedAt, now) ? null : 'offerSettled';
  const moved = kind === 'reminder' && plannedAt !== reminderMoment({ ...appointment, timeZone });
  return moved ? 'appointmentMoved' : null;
}

/** Whether the offer that was made at this moment can still be accepted. */
function isOpen(offer: Appointment['offer'], madeAt: EpochMilliseconds, now: EpochMilliseconds): boolean {
  return offer !== null && offer.createdAt === madeAt && now < offer.expiresAt;
}

/**
 * When to try again after a failure that may pass; null when there is no sense in it any more.
 * @param attempts how often it was tried, this failure included
 */
export function nextAttemptAt(
  { kind, plannedAt }: Planned,
  appointment: Appointment,
  attempts: number,
  now: EpochMilliseconds,
): EpochMilliseconds | null {
  const minutes = retryMinutes[Math.min(attempts, retryMinutes.length) - 1] ?? retryMinutes[0];
  const next = addMinutes(now, minutes);
  if (next > addMinutes(plannedAt, retryForMinutes)) return null;
  return next >= lastMomentOf(kind, appointment) ? null : next;
}

/** From when on a message of this kind has no sense, whatever else happens. */
function lastMomentOf(kind: MessageKind, { startAt, offer }: Appointment): number {
  if (kind === 'cancellation') return Number.POSITIVE_INFINITY;
  if (kind === 'missed') return addMinutes(startAt, missedForMinutes);
  if (kind === 'earlierTime') return offer?.expiresAt ?? startAt;
  return startAt;
}
