import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { readRunningDay, type TeamDay } from '#db/running-day.ts';
import { systemActor } from '#journey/actor.ts';
import { startToTell } from '#journey/delay-notice.ts';
import { expectStarts } from '#journey/expected-starts.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import { planDelayMessages } from '#journey/message-plan.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { findTold, hasLeft, listBusyTeams, writeTold } from './delays.data.ts';

type Tools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/**
 * Tells everybody who still has to come to an organisation's counters that it will be later than agreed, or on time after all: once
 * for each real change, on every way that they gave. Doing it often, or in several processes, tells nobody twice.
 * @returns how many were told
 */
export async function tellDelays(
  { clock, jobQueue }: Tools,
  organisationId: OrganisationId,
): Promise<number> {
  const now = epochMilliseconds(clock.now());
  const news = await withOrganisation(organisationId, async (scope) => {
    const { delayNoticeMinutes } = await readMessagePolicy(scope);
    if (delayNoticeMinutes === null) return [];
    const found: News[] = [];
    for (const teamId of await listBusyTeams(scope, now)) {
      const day = await readRunningDay(scope, teamId, now);
      found.push(...newsOf(day, delayNoticeMinutes, now).map((each) => ({ ...each, teamId })));
    }
    return found;
  });
  let told = 0;
  for (const each of news) {
    if (await withOrganisation(organisationId, (scope) => tell(scope, jobQueue, each, now))) told += 1;
  }
  return told;
}

type News = {
  readonly person: TeamDay['coming'][number];
  readonly startAt: EpochMilliseconds;
  readonly teamId: TeamId;
};

function newsOf(day: TeamDay, thresholdMinutes: number, now: number): readonly Omit<News, 'teamId'>[] {
  const expected = expectStarts(day, now);
  return day.coming.flatMap((person) => {
    // Who came without appointment is there, or asked for a text.
    if (person.seatId === null) return [];
    const expectedAt = expected.get(person.id) ?? null;
    const awaited = { ...person, expectedAt, isThere: person.arrivedAt !== null };
    const startAt = startToTell(awaited, thresholdMinutes, now);
    return startAt === null ? [] : [{ person, startAt: epochMilliseconds(startAt) }];
  });
}

/** @returns whether there was word to send: not when somebody else was first, nor when the word before has not left yet */
async function tell(
  scope: OrganisationScope,
  jobQueue: JobQueue,
  { person, startAt, teamId }: News,
  now: EpochMilliseconds,
): Promise<boolean> {
  const { id } = person;
  await holdAppointment(scope, id);
  const contact = await findTold(scope, id, person);
  if (contact === null) return false;
  // Back on time before anybody was told of anything else: what waits to be sent finds out for itself.
  const isUntold = startAt === person.startAt && !(await hasLeft(scope, id));
  await writeTold(scope, id, isUntold ? null : startAt);
  const messages = isUntold ? [] : planDelayMessages(contact, startAt, now);
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'appointment.delayed',
    actor: systemActor,
    payload: { appointmentId: id, expectedAt: startAt },
    at: now,
  });
  return messages.length > 0;
}
