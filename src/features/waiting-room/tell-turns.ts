import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { readRunningDay } from '#db/running-day.ts';
import { systemActor } from '#journey/actor.ts';
import { expectStarts, isTurnNear } from '#journey/expected-starts.ts';
import type { AppointmentId, OrganisationId } from '#journey/ids.ts';
import { planTurnText } from '#journey/message-plan.ts';
import { epochMilliseconds, toDate } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { findTurnText, listTeamsAwaitingTexts, writeTurnTold } from './turn-text.data.ts';

type Tools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/**
 * Calls back by text whose turn is near and who asked for it. Doing it often, or in several processes, tells nobody twice.
 * @returns how many were told
 */
export async function tellTurns(tools: Tools, organisationId: OrganisationId): Promise<number> {
  const now = epochMilliseconds(tools.clock.now());
  const near = await withOrganisation(organisationId, async (scope) => {
    const found: AppointmentId[] = [];
    for (const teamId of await listTeamsAwaitingTexts(scope, now)) {
      const day = await readRunningDay(scope, teamId, now);
      const expected = expectStarts(day, now);
      const awaiting = day.coming.filter(({ awaitsText }) => awaitsText);
      found.push(...awaiting.flatMap(({ id }) => (isTurnNear(expected.get(id) ?? null, now) ? [id] : [])));
    }
    return found;
  });
  let told = 0;
  for (const id of near) {
    if (await withOrganisation(organisationId, (scope) => tell(tools, scope, id))) told += 1;
  }
  return told;
}

/** @returns whether there was somebody to tell: not when they were told or let in meanwhile, or want none any more */
async function tell(
  { clock, jobQueue }: Tools,
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<boolean> {
  await holdAppointment(scope, id);
  const now = epochMilliseconds(clock.now());
  const known = await findTurnText(scope, id, now);
  if (known === null || !known.isWaiting || known.isTold || known.turnTextPhone === null) return false;
  await writeTurnTold(scope, id, toDate(now));
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, [planTurnText(now)], now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${known.teamId}`],
    type: 'appointment.turnNear',
    actor: systemActor,
    payload: { appointmentId: id },
    at: now,
  });
  return true;
}
