import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteAppointments, takeOutlived } from './erasure.data.ts';

/**
 * Erases the appointments whose services' days have passed, with all that hangs on them: person, contact, visits, messages,
 * conversation and its report. Events stay, since they hold ids only; opinions stay, since they lead to nobody.
 * @returns how many there were
 */
export function eraseAppointments(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: async (scope, now) => {
      const ids = await takeOutlived(scope, new Date(now), mostAtOnce);
      await deleteAppointments(scope, ids);
      return ids;
    },
    describe: (id) => ({
      stream: `appointment:${id}`,
      type: 'appointment.erased',
      payload: { appointmentId: id },
    }),
  });
}
