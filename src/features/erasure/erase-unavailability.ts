import type { OrganisationId } from '#journey/ids.ts';
import { unavailabilityDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldUnavailability } from './erasure.data.ts';

/**
 * Erases when clerks paused or closed their seats, so many days after it began: it is there for the day, and to nobody's account.
 * @returns how many there were
 */
export function eraseUnavailability(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteOldUnavailability(scope, new Date(now - unavailabilityDays * DAY_MILLISECONDS), mostAtOnce),
    describe: (id) => ({
      stream: `organisation:${organisationId}`,
      type: 'unavailability.erased',
      payload: { unavailabilityId: id },
    }),
  });
}
