import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { findDueMessages } from './messages.data.ts';

/** The next sweep finds the rest. */
const atATime = 1_000;

/**
 * Hands every message whose moment has come to the queue: reminders that were planned for now, failures to be tried again,
 * and what a killed process left in its hands. Doing it often, or in several processes, sends nothing twice.
 * @returns how many were due
 */
export async function enqueueDueMessages(
  { clock, jobQueue }: { readonly clock: Clock; readonly jobQueue: JobQueue },
  organisationId: OrganisationId,
): Promise<number> {
  return withOrganisation(organisationId, async (scope) => {
    const due = await findDueMessages(scope, epochMilliseconds(clock.now()), atATime);
    await jobQueue.enqueueDelivery(scope, due);
    return due.length;
  });
}
