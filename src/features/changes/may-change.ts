import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { linkStageAt, mayCancelAt } from '#journey/stages.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { ChangeableAppointment } from './changeable.data.ts';

/** Who changes an appointment: the citizen whose it is, by the link, or staff on the citizen's behalf. */
export type ChangeActor = VisitActor | StaffActor;

/** Whether the actor has a say in this appointment at all. A companion has none. */
export function hasSayIn(actor: ChangeActor, id: AppointmentId): boolean {
  if (actor.kind === 'staff') return mayDo(actor, 'bookForCitizen');
  return actor.role === 'citizen' && actor.appointmentId === id;
}

/** What can still be done: everything, nothing because it is cancelled, or nothing because it began or is over. */
export type MayChange = 'change' | 'cancelled' | 'tooLate';

export function mayChangeAt(
  appointment: Pick<ChangeableAppointment, 'state' | 'startAt' | 'endAt' | 'conversationState'>,
  now: EpochMilliseconds,
): MayChange {
  const stage = linkStageAt(appointment, appointment.conversationState, now);
  if (stage === 'cancelled') return 'cancelled';
  return mayCancelAt(stage) ? 'change' : 'tooLate';
}
