import type { OrganisationId } from '#journey/ids.ts';
import { openComplaintDays, settledComplaintDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldComplaints } from './erasure.data.ts';

/**
 * Erases complaints, so many days after they were settled; and what nobody settled, so many days after it was made.
 * @returns how many there were
 */
export function eraseComplaints(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteOldComplaints(
        scope,
        {
          settledBefore: new Date(now - settledComplaintDays * DAY_MILLISECONDS),
          madeBefore: new Date(now - openComplaintDays * DAY_MILLISECONDS),
        },
        mostAtOnce,
      ),
    describe: (id) => ({
      stream: `organisation:${organisationId}`,
      type: 'complaint.erased',
      payload: { complaintId: id },
    }),
  });
}
