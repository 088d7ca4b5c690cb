import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteVainFillings } from './erasure.data.ts';

/**
 * Erases what was filled in for nothing: what was asked was declined, taken back or over, or the appointment was cancelled. What was sent goes with
 * its request.
 * @returns how many there were
 */
export function eraseFillings(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope) => deleteVainFillings(scope, mostAtOnce),
    describe: ({ id, appointmentId }) => ({
      stream: `appointment:${appointmentId}`,
      type: 'form.erased',
      payload: { appointmentId, requestId: id },
    }),
  });
}
