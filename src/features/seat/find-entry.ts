import { withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatEntry } from '#journey/live-views.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { readQueueRows } from './queue.data.ts';
import { readTurns, toEntry } from './seat-entry.ts';
import { workplaceOf } from './workplace.ts';

/** An appointment of the clerk's team, of whatever day, as the list would show it. Those of other teams are not found. */
export async function findEntry(
  clock: Clock,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<SeatEntry, { readonly code: 'notFound' }>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  const now = clock.now();
  const { teamId } = workplace;
  return withOrganisation(actor.organisationId, async (scope) => {
    const [row] = await readQueueRows(scope, { teamId, ids: [id], now });
    if (row === undefined) return fail({ code: 'notFound' });
    return succeed(toEntry(row, readTurns(await readRunningDay(scope, teamId, now), now), now));
  });
}
