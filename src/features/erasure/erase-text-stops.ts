import type { OrganisationId } from '#journey/ids.ts';
import { textStopDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldStops } from './erasure.data.ts';

/**
 * Erases that numbers want no text messages, so many days after it was said last.
 * @returns how many there were
 */
export function eraseTextStops(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) => deleteOldStops(scope, new Date(now - textStopDays * DAY_MILLISECONDS), mostAtOnce),
    describe: () => ({ stream: `organisation:${organisationId}`, type: 'textStop.erased', payload: {} }),
  });
}
