/** States that several steps of the journey share, and the moves between them. */

export type AppointmentState = 'booked' | 'completed' | 'cancelled' | 'missed';
export type ConversationState = 'waiting' | 'admitted' | 'ended';

/** How long before its start an appointment's link opens straight into the waiting room. */
export const waitingRoomOpensMinutesBefore = 30;

/** How long after its end somebody who comes late still finds the waiting room. */
export const waitingRoomClosesMinutesAfter = 120;

/** What the one link opens, decided by the appointment alone. */
export type LinkStage = 'prepare' | 'wait' | 'call' | 'ended' | 'missed' | 'cancelled';

/**
 * What the link opens at a moment.
 * @param appointment times in epoch milliseconds
 * @param conversation the state of its conversation, null before anybody arrived
 * @param nowMilliseconds epoch milliseconds of the deciding clock
 */
export function linkStageAt(
  appointment: { readonly state: AppointmentState; readonly startAt: number; readonly endAt: number },
  conversation: ConversationState | null,
  nowMilliseconds: number,
): LinkStage {
  if (appointment.state === 'cancelled') return 'cancelled';
  if (conversation === 'ended' || appointment.state === 'completed') return 'ended';
  if (appointment.state === 'missed') return 'missed';
  if (conversation === 'admitted') return 'call';
  if (nowMilliseconds < appointment.startAt - waitingRoomOpensMinutesBefore * 60_000) return 'prepare';
  if (nowMilliseconds >= appointment.endAt + waitingRoomClosesMinutesAfter * 60_000) return 'missed';
  return 'wait';
}

/** Whether the appointment can still be cancelled by the citizen: until somebody is in conversation or it is over. */
export function mayCancelAt(stage: LinkStage): boolean {
  return stage === 'prepare' || stage === 'wait';
}
