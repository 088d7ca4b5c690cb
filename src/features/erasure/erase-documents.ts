import type { OrganisationId } from '#journey/ids.ts';
import { documentDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldDocuments } from './erasure.data.ts';

/**
 * Erases documents with their bytes, so many days after the end of their appointment; those of a cancelled one at once.
 * @returns how many there were
 */
export function eraseDocuments(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteOldDocuments(scope, new Date(now - documentDays * DAY_MILLISECONDS), mostAtOnce),
    describe: ({ id, appointmentId }) => ({
      stream: `appointment:${appointmentId}`,
      type: 'document.erased',
      payload: { appointmentId, documentId: id },
    }),
  });
}
