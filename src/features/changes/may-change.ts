import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { hasWaitingRoom, linkStageAt, mayCancelAt } from '#journey/stages.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { ChangeableAppointment } from './changeable.data.ts';

/** Who changes an appointment: the citizen whose it is, by the link, or staff on the citizen's behalf. */
export type ChangeActor = VisitActor | StaffActor;

/** Whether the actor has a say in this appointment at all. A companion has none. */
export function hasSayIn(actor: ChangeActor, id: AppointmentId): boolean {
  // Administrators move what a change of theirs left without its time.
  if (actor.kind === 'staff') return mayDo(actor, 'bookForCitizen') || mayDo(actor, 'administer');
  return actor.role === 'citizen' && actor.appointmentId === id;
}

/** What can still be done: everything, nothing because it is cancelled, or nothing because it began or is over. */
export type MayChange = 'change' | 'cancelled' | 'tooLate';

/**
 * Until when it can be changed. Over video the waiting room knows whether somebody was helped; a call or a visit may have taken place
 * from its start on, and then only staff can say otherwise.
 */
export function mayChangeAt(
  appointment: Pick<
    ChangeableAppointment,
    'state' | 'channel' | 'startAt' | 'endAt' | 'conversationState' | 'seatId'
  >,
  by: ChangeActor,
  now: EpochMilliseconds,
): MayChange {
  const isWalkIn = appointment.seatId === null;
  const stage = linkStageAt({ ...appointment, isWalkIn }, appointment.conversationState, now);
  if (stage === 'cancelled') return 'cancelled';
  const mayBeOver = !hasWaitingRoom(appointment.channel) && now >= appointment.startAt;
  if (by.kind === 'visitor' && mayBeOver) return 'tooLate';
  return mayCancelAt(stage) ? 'change' : 'tooLate';
}
