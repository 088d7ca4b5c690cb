import type { Channel } from '#journey/appointment-wish.ts';
import {
  type AppointmentState,
  type ConversationState,
  hasWaitingRoom,
  waitingRoomClosesMinutesAfter,
} from '#journey/stages.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';

/** When an appointment counts as missed. */

type Attended = {
  readonly state: AppointmentState;
  readonly channel: Channel;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  /** Null when nobody ever came to the waiting room. */
  readonly conversationState: ConversationState | null;
  /** They were called already, and wait again. */
  readonly wasCalled?: boolean;
};

/**
 * Whether the rule may say it: where there is a waiting room, when nobody came as long as the waiting room was open. Who came and was not helped did not
 * miss anything, and of a call or a visit to the counter only a person knows.
 */
export function isMissedByRule(
  { state, channel, endAt, conversationState }: Attended,
  now: EpochMilliseconds,
): boolean {
  if (state !== 'booked' || !hasWaitingRoom(channel) || conversationState !== null) return false;
  return !canStillCome({ endAt }, now);
}

/** Whether somebody who is late still finds the door open. */
export function canStillCome({ endAt }: Pick<Attended, 'endAt'>, now: EpochMilliseconds): boolean {
  return now < addMinutes(endAt, waitingRoomClosesMinutesAfter);
}

/** Whether a clerk may say it: from the start on, of an appointment that led to no conversation. */
export function mayMarkMissed(
  { state, startAt, conversationState, wasCalled }: Attended,
  now: EpochMilliseconds,
): boolean {
  const met = conversationState === 'admitted' || conversationState === 'ended' || wasCalled === true;
  return state === 'booked' && !met && now >= startAt;
}

/** Whether a clerk may say that it took place: from the start on, of a call or a visit. Elsewhere the waiting room tells. */
export function mayMarkTookPlace(attended: Attended, now: EpochMilliseconds): boolean {
  return !hasWaitingRoom(attended.channel) && mayMarkMissed(attended, now);
}

/** So long after a clerk said it, nobody is told: a slip of the hand can be taken back. */
const secondThoughtsMinutes = 10;

export function tellMissedAt(by: 'rule' | 'clerk', now: EpochMilliseconds): EpochMilliseconds {
  return by === 'rule' ? now : addMinutes(now, secondThoughtsMinutes);
}
