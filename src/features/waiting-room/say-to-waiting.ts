import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { readRunningDay } from '#db/running-day.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { planWaitingWord } from '#journey/message-plan.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { ReadyWord } from '#journey/waiting-words.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { findTeamOfVisit, insertWords, listAway, writeWordsRead } from './words.data.ts';

export type Saying = {
  /** One appointment, or everybody who waits for the team of the clerk's seat. */
  readonly to: AppointmentId | 'all';
  readonly word: ReadyWord | null;
  /** The clerk's own words, as typed. Sensitive numbers in them are masked. */
  readonly text: string;
};

export type SayFailure = {
  /** No seat of an own team. Nobody of that id waits there (any more), or nobody at all. Nothing to say. */
  readonly code: 'notFound' | 'nobodyWaits' | 'empty';
};

type Tools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/**
 * Says something to one who waits or to all: it stands on their pages at once. Who left the page and waits for a text gets one now, with
 * the link to where it stands.
 * @returns to how many
 */
export async function sayToWaiting(
  { clock, jobQueue }: Tools,
  actor: StaffActor,
  { to, word, text }: Saying,
): Promise<Result<{ readonly count: number }, SayFailure>> {
  const teamId = actor.seat?.teamId;
  if (teamId === undefined || !mayWorkForTeam(actor, teamId)) return fail({ code: 'notFound' });
  const own = maskSensitiveNumbers(text.trim()).text;
  if (own === '' && word === null) return fail({ code: 'empty' });
  return withOrganisation(actor.organisationId, async (scope) => {
    const now = epochMilliseconds(clock.now());
    const { coming } = await readRunningDay(scope, teamId, now);
    const waiting = coming.flatMap(({ id, arrivedAt }) =>
      arrivedAt !== null && (to === 'all' || to === id) ? [id] : [],
    );
    if (waiting.length === 0) return fail({ code: 'nobodyWaits' as const });
    await insertWords(scope, waiting, {
      staffMemberId: actor.staffMemberId,
      word,
      text: own === '' ? null : own,
      saidAt: new Date(now),
    });
    for (const id of await listAway(scope, waiting, new Date(now)))
      await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, [planWaitingWord(now)], now));
    await recordEvent(scope, {
      streams: [`team:${teamId}`, ...waiting.map((id) => `appointment:${id}` as const)],
      type: 'visit.wordSaid',
      actor: eventActorOf(actor),
      payload: { count: waiting.length, word },
      at: now,
    });
    return succeed({ count: waiting.length });
  });
}

/** The citizen read what was said. Doing it again changes nothing. */
export async function markWordsRead(clock: Clock, actor: VisitActor): Promise<void> {
  if (actor.role !== 'citizen') return;
  const { organisationId, appointmentId } = actor;
  await withOrganisation(organisationId, async (scope) => {
    const now = clock.now();
    if ((await writeWordsRead(scope, appointmentId, new Date(now))) === 0) return;
    const teamId = await findTeamOfVisit(scope, appointmentId);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'visit.wordsRead',
      actor: eventActorOf(actor),
      payload: { appointmentId },
      at: now,
    });
  });
}
