import { type MessageKind, reminderMoment } from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import type { ToldAppointment } from './told.ts';

/** Decisions about one message, by time and by what became of its appointment. */

export type DiscardReason = 'appointmentCancelled' | 'appointmentMoved' | 'tooLate';

type Planned = { readonly kind: MessageKind; readonly plannedAt: EpochMilliseconds };
type Appointment = Pick<ToldAppointment, 'state' | 'startAt'>;

/** How long whoever took a message may be sending it, before another process takes it up again. */
export const sendingLeaseMinutes = 1;

/**
 * Minutes until the next attempt, after the first, second, … failure; the last one repeats. Growing, but never so long
 * that a mail server that is back waits more than ten minutes for what it missed.
 */
const retryMinutes = [1, 2, 4, 8] as const;
const retryForMinutes = 24 * 60;

/** Why the message is no longer wanted now, asked at the moment of sending; null when it is. */
export function reasonToDiscard(
  { kind, plannedAt }: Planned,
  appointment: Appointment,
  timeZone: string,
  now: EpochMilliseconds,
): DiscardReason | null {
  if (kind === 'cancellation') return null;
  if (appointment.state === 'cancelled') return 'appointmentCancelled';
  if (appointment.state === 'completed' || now >= appointment.startAt) return 'tooLate';
  const moved = kind === 'reminder' && plannedAt !== reminderMoment({ ...appointment, timeZone });
  return moved ? 'appointmentMoved' : null;
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
  return kind !== 'cancellation' && next >= appointment.startAt ? null : next;
}
