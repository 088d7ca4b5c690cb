import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type SurveyOpinion, saysSomething } from './survey.ts';
import { closeSurvey, saveOpinion } from './surveys.data.ts';

type Means = { readonly clock: Clock; readonly timeZone: string };

/**
 * Takes the citizen's opinion of an ended conversation, or notes that none is wanted (`null`). Once: whoever comes second
 * changes nothing. A form without a single answer is no refusal: it changes nothing either.
 * @returns what the survey is now, `nothingSaid` when it stays open; null when there is none for this visitor
 */
export async function answerSurvey(
  { clock, timeZone }: Means,
  actor: VisitActor,
  opinion: SurveyOpinion | null,
): Promise<'answered' | 'skipped' | 'nothingSaid' | null> {
  if (actor.role !== 'citizen') return null;
  if (opinion !== null && !saysSomething(opinion)) return 'nothingSaid';
  const state = opinion === null ? 'skipped' : 'answered';
  return withOrganisation(actor.organisationId, async (scope) => {
    const closed = await closeSurvey(scope, actor.appointmentId, state);
    if (closed === null) return null;
    const now = clock.now();
    if (opinion !== null) {
      const answeredOn = new Date(localDateAt(epochMilliseconds(now), timeZone));
      await saveOpinion(scope, closed, opinion, answeredOn);
    }
    await recordEvent(scope, {
      // Only on the appointment's own stream, and not what was answered: opinions lead to nobody.
      streams: [`appointment:${actor.appointmentId}`],
      type: 'survey.closed',
      actor: eventActorOf(actor),
      payload: { teamId: closed.teamId },
      at: now,
    });
    return state;
  });
}
