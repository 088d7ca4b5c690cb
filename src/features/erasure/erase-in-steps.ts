import { recordEvent, type StreamName } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';

/** Few enough that nobody waits for a step. */
export const erasureStepSize = 100;

type Step<Id> = {
  /** Erases some of what has been kept long enough. @returns the ids of what is gone */
  readonly erase: (scope: OrganisationScope, now: EpochMilliseconds) => Promise<readonly Id[]>;
  /** What stays of it: an event with ids only. */
  readonly describe: (id: Id) => {
    readonly stream: StreamName;
    readonly type: string;
    readonly payload: Readonly<Record<string, string>>;
  };
};

/**
 * Erases in steps, each whole: killed half-way, the next round goes on where this one was.
 * @returns how many there were
 */
export async function eraseInSteps<Id>(
  clock: Clock,
  organisationId: OrganisationId,
  { erase, describe }: Step<Id>,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const now = epochMilliseconds(clock.now());
    const count = await withOrganisation(organisationId, async (scope) => {
      const ids = await erase(scope, now);
      for (const id of ids) {
        const { stream, type, payload } = describe(id);
        await recordEvent(scope, { streams: [stream], type, actor: systemActor, payload, at: now });
      }
      return ids.length;
    });
    erased += count;
    if (count === 0) return erased;
  }
}
