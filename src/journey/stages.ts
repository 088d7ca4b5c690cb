import type { Channel } from './appointment-wish.ts';

/** States that several steps of the journey share, and the moves between them. */

export type AppointmentState = 'booked' | 'completed' | 'cancelled' | 'missed';
export type ConversationState = 'waiting' | 'admitted' | 'ended';

/** Whether people wait here for their turn: over video and in writing. A call and a visit take place elsewhere. */
export function hasWaitingRoom(channel: Channel): boolean {
  return channel === 'video' || channel === 'chat';
}

/** How long before its start an appointment's link opens straight into the waiting room. */
export const waitingRoomOpensMinutesBefore = 30;

/** How long after its end somebody who comes late still finds the waiting room. */
export const waitingRoomClosesMinutesAfter = 120;

/**
 * What the one link opens, decided by the appointment alone. `past`: the time of a call or of a visit to the counter is over, and
 * nobody said what became of it.
 */
export type LinkStage = 'prepare' | 'wait' | 'call' | 'ended' | 'missed' | 'past' | 'cancelled';

/**
 * What the link opens at a moment. Only where there is a waiting room it is known that nobody came.
 * @param appointment times in epoch milliseconds
 * @param conversation the state of its conversation, null before anybody arrived
 * @param nowMilliseconds epoch milliseconds of the deciding clock
 */
export function linkStageAt(
  appointment: {
    readonly state: AppointmentState;
    readonly channel: Channel;
    readonly startAt: number;
    readonly endAt: number;
    /** When somebody was sent back to wait last: the waiting room stays open for them as long as after a late end. */
    readonly sentBackAt?: number | null;
    /** They came without appointment: they wait from the beginning. */
    readonly isWalkIn?: boolean;
  },
  conversation: ConversationState | null,
  nowMilliseconds: number,
): LinkStage {
  if (appointment.state === 'cancelled') return 'cancelled';
  if (conversation === 'ended' || appointment.state === 'completed') return 'ended';
  if (appointment.state === 'missed') return 'missed';
  if (conversation === 'admitted') return 'call';
  const isHere = hasWaitingRoom(appointment.channel);
  const closesFrom = Math.max(appointment.endAt, appointment.sentBackAt ?? appointment.endAt);
  const isClosed = nowMilliseconds >= closesFrom + waitingRoomClosesMinutesAfter * 60_000;
  // Who was called did not miss it, and still is as long as the waiting room is open.
  if (appointment.sentBackAt != null) return isClosed ? 'ended' : 'wait';
  if (isClosed) return isHere ? 'missed' : 'past';
  const isOpen =
    appointment.isWalkIn === true ||
    nowMilliseconds >= appointment.startAt - waitingRoomOpensMinutesBefore * 60_000;
  return isHere && isOpen ? 'wait' : 'prepare';
}

/** Whether the appointment can still be cancelled by the citizen: until somebody is in conversation or it is over. */
export function mayCancelAt(stage: LinkStage): boolean {
  return stage === 'prepare' || stage === 'wait';
}
