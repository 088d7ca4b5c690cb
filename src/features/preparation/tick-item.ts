import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { readReadiness } from '#db/readiness.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { itemsOf } from '#journey/readiness.ts';
import type { Clock } from '#ports/clock.ts';
import { addReadyItem, dropReadyItem, findPrepared } from './ready-items.data.ts';

/**
 * The citizen says to have something ready that they were asked to bring, or takes that back; its team sees it at once.
 * @returns false for what was not asked, once nobody meets any more, and for companions
 */
export async function tickItem(
  clock: Clock,
  actor: VisitActor,
  { itemKey, ready }: { readonly itemKey: string; readonly ready: boolean },
): Promise<boolean> {
  if (actor.role !== 'citizen') return false;
  const { organisationId, appointmentId } = actor;
  return withOrganisation(organisationId, async (scope) => {
    const appointment = await findPrepared(scope, appointmentId);
    const now = clock.now();
    const stage = appointment?.stageAt(now);
    if (appointment === null || (stage !== 'prepare' && stage !== 'wait' && stage !== 'call')) return false;
    const readiness = await readReadiness(scope, appointmentId);
    if (readiness === null || !itemsOf(readiness).some(({ key }) => key === itemKey)) return false;
    const changed = ready
      ? await addReadyItem(scope, { appointmentId, itemKey, readyAt: new Date(now) })
      : await dropReadyItem(scope, appointmentId, itemKey);
    if (!changed) return true;
    await renewPage(scope, appointmentId);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${appointment.teamId}`],
      type: ready ? 'preparation.itemReady' : 'preparation.itemNotReady',
      actor: eventActorOf(actor),
      payload: { appointmentId, itemKey },
      at: now,
    });
    return true;
  });
}
