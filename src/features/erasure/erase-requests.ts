import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldRequests } from './erasure.data.ts';

/**
 * Erases what was asked of people, with what came of it, as many days after the end of the appointment as they were told.
 * @returns how many there were
 */
export function eraseRequests(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) => deleteOldRequests(scope, new Date(now), mostAtOnce),
    describe: ({ id, appointmentId }) => ({
      stream: `appointment:${appointmentId}`,
      type: 'request.erased',
      payload: { appointmentId, requestId: id },
    }),
  });
}
