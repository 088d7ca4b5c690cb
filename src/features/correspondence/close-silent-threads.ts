import { recordEvents } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { silentThreadDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { endSilentThreads } from './silence.data.ts';

const mostAtOnce = 100;

/**
 * Closes the conversations in which nobody wrote for so many days, answered or not. From then on they are erased like all others, so
 * nothing is kept because nobody thought of closing it.
 * @returns how many there were
 */
export async function closeSilentThreads(clock: Clock, organisationId: OrganisationId): Promise<number> {
  let closed = 0;
  for (;;) {
    const now = clock.now();
    const since = new Date(now - silentThreadDays * DAY_MILLISECONDS);
    const count = await withOrganisation(organisationId, async (scope) => {
      const threads = await endSilentThreads(scope, { since, at: new Date(now), most: mostAtOnce });
      await recordEvents(
        scope,
        threads.map(({ id, teamId }) => ({
          streams: [`team:${teamId}`, `conversation:${id}`],
          type: 'thread.closed',
          actor: systemActor,
          payload: { conversationId: id, why: 'silence' },
          at: now,
        })),
      );
      return threads.length;
    });
    closed += count;
    if (count === 0) return closed;
  }
}
