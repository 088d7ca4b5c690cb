import type { OrganisationId } from '#journey/ids.ts';
import { openCallbackDays, settledCallbackDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldCallbacks } from './erasure.data.ts';

/**
 * Erases requests to be called, so many days after they were settled; and what nobody settled, so many days after its moment.
 * @returns how many there were
 */
export function eraseCallbacks(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteOldCallbacks(
        scope,
        {
          settledBefore: new Date(now - settledCallbackDays * DAY_MILLISECONDS),
          overBefore: new Date(now - openCallbackDays * DAY_MILLISECONDS),
        },
        mostAtOnce,
      ),
    describe: (id) => ({
      stream: `organisation:${organisationId}`,
      type: 'callback.erased',
      payload: { callbackId: id },
    }),
  });
}
