import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import { type ChangeActor, hasSayIn, type MayChange, mayChangeAt } from './may-change.ts';

/** An appointment as the pages ask about it that change it. */
export type ChangePage = { readonly appointment: ChangeableAppointment; readonly may: MayChange };

/** What can be changed, for whoever asks; null for who has no say in it. */
export async function lookAtChange(
  { clock }: { readonly clock: Clock },
  actor: ChangeActor,
  appointmentId: AppointmentId,
): Promise<ChangePage | null> {
  if (!hasSayIn(actor, appointmentId)) return null;
  const appointment = await withOrganisation(actor.organisationId, (scope) =>
    findChangeable(scope, appointmentId),
  );
  return appointment && { appointment, may: mayChangeAt(appointment, actor, epochMilliseconds(clock.now())) };
}
