import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldProofs } from './erasure.data.ts';

/**
 * Erases what people proved of themselves before they would telephone, once nobody can telephone with it any more.
 * @returns how many there were
 */
export function eraseCallerProofs(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) => deleteOldProofs(scope, new Date(now), mostAtOnce),
    describe: () => ({ stream: `organisation:${organisationId}`, type: 'callerProof.erased', payload: {} }),
  });
}
