import type { OrganisationId } from '#journey/ids.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { forgetRecipients } from './erasure.data.ts';

/**
 * Erases the addresses and numbers to which third persons' links were sent, once there is no place for them any more.
 * @returns of how many links
 */
export function eraseRecipients(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      forgetRecipients(
        scope,
        new Date(now - waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS),
        mostAtOnce,
      ),
    describe: ({ id, appointmentId }) => ({
      stream: `appointment:${appointmentId}`,
      type: 'companion.recipientErased',
      payload: { appointmentId, companionLinkId: id },
    }),
  });
}
