import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { closedThreadDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { deleteClosedThreads } from './erasure.data.ts';

/** Few enough that nobody waits for a step. */
const stepSize = 100;

/**
 * Erases what people wrote by mail, SMS or WhatsApp, with the answers and the address, so many days after it was closed. In steps, each
 * whole: killed half-way, the next round goes on where this one was.
 * @returns how many conversations there were
 */
export async function eraseThreads(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = stepSize,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const now = clock.now();
    const closedBefore = new Date(now - closedThreadDays * DAY_MILLISECONDS);
    const count = await withOrganisation(organisationId, async (scope) => {
      const ids = await deleteClosedThreads(scope, closedBefore, mostAtOnce);
      for (const id of ids) {
        await recordEvent(scope, {
          streams: [`conversation:${id}`],
          type: 'thread.erased',
          actor: systemActor,
          payload: { conversationId: id },
          at: now,
        });
      }
      return ids.length;
    });
    erased += count;
    if (count === 0) return erased;
  }
}
