import { isForCompanion, type MessageKind, reminderMoment } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
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
  | 'notMissed'
  /** The counter caught up, or newer word of it is under way. */
  | 'noLongerLate'
  /** The citizen let know meanwhile. */
  | 'alreadyRead'
  /** The number wants no text messages any more. */
  | 'textsStopped'
  /** The municipality brings appointments to mind at other moments now. */
  | 'remindersChanged'
  /** They are in conversation, or want no word of their turn any more. */
  | 'noLongerWaits'
  /** The proposal of another channel was answered or taken back. */
  | 'noLongerProposed'
  /** The third person's link was withdrawn, or opens nothing any more. */
  | 'companionGone'
  /** What it leads to was done, declined, withdrawn or is over. */
  | 'requestSettled';

type Planned = {
  readonly kind: MessageKind;
  readonly channel?: MessageChannel;
  readonly plannedAt: EpochMilliseconds;
  /** None where the message is about no moment of its own. */
  readonly aboutStartAt?: EpochMilliseconds | null;
};
type Appointment = Pick<
  ToldAppointment,
  | 'state'
  | 'channel'
  | 'startAt'
  | 'offer'
  | 'toldStartAt'
  | 'heardAt'
  | 'textsStopped'
  | 'turnText'
  | 'isProposedOtherwise'
  | 'companion'
  | 'hasAnswer'
  | 'request'
>;

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
/** So long after the agreed time somebody may still be waiting who is asked to meet otherwise. */
const proposalForMinutes = 60;
/** Word of a turn, or of a clerk to who waits, that comes later than this comes after the turn. */
const turnForMinutes = 10;

/** Why the message is no longer wanted now, asked at the moment of sending; null when it is. */
export function reasonToDiscard(
  planned: Planned,
  appointment: Appointment,
  timeZone: string,
  now: EpochMilliseconds,
): DiscardReason | null {
  const { kind, channel, plannedAt, aboutStartAt } = planned;
  // Before all else: also what is urgent does not go to who asked for no more.
  if (channel === 'sms' && appointment.textsStopped) return 'textsStopped';
  if (kind === 'cancellation') return null;
  if (kind === 'missed') {
    if (appointment.state !== 'missed') return 'notMissed';
    return now >= addMinutes(appointment.startAt, missedForMinutes) ? 'tooLate' : null;
  }
  // It comes when the appointment is over, and makes no sense once the answer is erased.
  if (kind === 'questionAnswered') return appointment.hasAnswer ? null : 'tooLate';
  if (isForCompanion(kind) && appointment.companion?.isGone !== false) return 'companionGone';
  if (kind === 'companionOff') {
    if (isOverVideo(appointment)) return 'appointmentMoved';
    return now >= (aboutStartAt ?? appointment.startAt) ? 'tooLate' : null;
  }
  if (appointment.state === 'cancelled') return 'appointmentCancelled';
  if (appointment.state !== 'booked') return 'tooLate';
  if (isForWaiting(kind)) {
    if (appointment.turnText === null) return 'noLongerWaits';
    return now >= addMinutes(plannedAt, turnForMinutes) ? 'tooLate' : null;
  }
  if (isForCompanion(kind) && !isOverVideo(appointment)) return 'companionGone';
  if (kind === 'companionLink') return null;
  if (kind === 'requestLink') return appointment.request?.isOpen ? null : 'requestSettled';
  if (kind === 'otherChannel') {
    if (!appointment.isProposedOtherwise) return 'noLongerProposed';
    return now >= lastMomentOf(kind, appointment) ? 'tooLate' : null;
  }
  if (now >= (kind === 'delayed' ? lastMomentOf(kind, appointment) : appointment.startAt)) return 'tooLate';
  if (kind === 'delayed') return aboutStartAt === appointment.toldStartAt ? null : 'noLongerLate';
  if (kind === 'escalation') return wasHeardSince(plannedAt, appointment) ? 'alreadyRead' : null;
  if (kind === 'earlierTime') return isOpen(appointment.offer, plannedAt, now) ? null : 'offerSettled';
  return kind === 'reminder' && !remindsOf(planned, appointment.startAt, timeZone)
    ? 'appointmentMoved'
    : null;
}

/** Whether it goes to who left the waiting room, to the number that was given there. */
export function isForWaiting(kind: MessageKind): boolean {
  return kind === 'turnNear' || kind === 'waitingWord';
}

function isOverVideo({ state, channel }: Appointment): boolean {
  return state === 'booked' && channel === 'video';
}

/** Whether the reminder is of this start. One that does not say of which is of the start that it comes a day before. */
function remindsOf({ plannedAt, aboutStartAt }: Planned, startAt: EpochMilliseconds, timeZone: string) {
  return aboutStartAt == null
    ? plannedAt === reminderMoment({ startAt, timeZone })
    : aboutStartAt === startAt;
}

function wasHeardSince(at: EpochMilliseconds, { heardAt }: Appointment): boolean {
  return heardAt !== null && heardAt >= at;
}

/** Whether the offer that was open at this moment can still be accepted. */
function isOpen(offer: Appointment['offer'], toldAt: EpochMilliseconds, now: EpochMilliseconds): boolean {
  return offer !== null && offer.createdAt <= toldAt && now < offer.expiresAt;
}

/**
 * When to try again after a failure that may pass; null when there is no sense in it any more.
 * @param attempts how often it was tried, this failure included
 */
export function nextAttemptAt(
  { kind, plannedAt }: Pick<Planned, 'kind' | 'plannedAt'>,
  appointment: Appointment,
  attempts: number,
  now: EpochMilliseconds,
): EpochMilliseconds | null {
  const minutes = retryMinutes[Math.min(attempts, retryMinutes.length) - 1] ?? retryMinutes[0];
  const next = addMinutes(now, minutes);
  if (next > addMinutes(plannedAt, isForWaiting(kind) ? turnForMinutes : retryForMinutes)) return null;
  return next >= lastMomentOf(kind, appointment) ? null : next;
}

/** Kinds that no moment ends, only what became of their reason. */
const lastsWhileWanted: ReadonlySet<MessageKind> = new Set([
  'cancellation',
  'turnNear',
  'waitingWord',
  'companionLink',
  'companionOff',
  'questionAnswered',
  'requestLink',
]);

/** From when on a message of this kind has no sense, whatever else happens. */
function lastMomentOf(kind: MessageKind, { startAt, offer, toldStartAt }: Appointment): number {
  if (lastsWhileWanted.has(kind)) return Number.POSITIVE_INFINITY;
  if (kind === 'missed') return addMinutes(startAt, missedForMinutes);
  // Also who waits already, past the agreed time, may be asked.
  if (kind === 'otherChannel') return addMinutes(startAt, proposalForMinutes);
  if (kind === 'earlierTime') return offer?.expiresAt ?? startAt;
  return kind === 'delayed' ? Math.max(startAt, toldStartAt ?? startAt) : startAt;
}
