import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { deleteAppointments, takeOutlived } from './erasure.data.ts';

/** Few enough that nobody waits for a step. */
const stepSize = 100;

/**
 * Erases the appointments whose services' days have passed, with all that hangs on them: person, contact, visits, messages,
 * conversation and its report. Events stay, since they hold ids only; opinions stay, since they lead to nobody. In steps, each
 * whole: killed half-way, the next round goes on where this one was.
 * @returns how many there were
 */
export async function eraseAppointments(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = stepSize,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const now = clock.now();
    const count = await withOrganisation(organisationId, async (scope) => {
      const ids = await takeOutlived(scope, new Date(now), mostAtOnce);
      await deleteAppointments(scope, ids);
      for (const id of ids) {
        await recordEvent(scope, {
          streams: [`appointment:${id}`],
          type: 'appointment.erased',
          actor: systemActor,
          payload: { appointmentId: id },
          at: now,
        });
      }
      return ids.length;
    });
    erased += count;
    if (count === 0) return erased;
  }
}
