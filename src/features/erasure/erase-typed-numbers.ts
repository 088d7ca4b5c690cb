import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { forgetTypedNumbers } from './erasure.data.ts';

/**
 * Erases the numbers that were typed to send the link to a request to, once the request is settled.
 * @returns of how many text messages
 */
export function eraseTypedNumbers(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope) => forgetTypedNumbers(scope, mostAtOnce),
    describe: ({ id, appointmentId }) => ({
      stream: `appointment:${appointmentId}`,
      type: 'request.numberErased',
      payload: { appointmentId, messageId: id },
    }),
  });
}
