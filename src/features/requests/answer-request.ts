import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { type HeldRequest, holdRequest, isAskedOf, moveRequest, tellOfRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { addresseeOf, isOpen } from '#journey/requests.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import type { Clock } from '#ports/clock.ts';
import { longestReason } from './longest-reason.ts';
import type { VisitorRequest } from './request-views.ts';
import { savePostponed } from './requests.data.ts';
import { listVisitorRequests } from './visitor-requests.data.ts';

export type AnswerFailure =
  /** Unknown, or asked of somebody else: the same answer. */
  | { readonly code: 'notFound' }
  /** It was withdrawn, answered or over meanwhile. */
  | { readonly code: 'settled' };

/** What a person can do with a request, besides doing what it asks. */
export type Answer =
  | { readonly what: 'open' | 'postpone' | 'takeUp' }
  | { readonly what: 'decline'; readonly because: string };

/** The requests that this visitor is asked and that are open, the oldest first. */
export function readVisitorRequests(actor: VisitActor): Promise<readonly VisitorRequest[]> {
  return withOrganisation(actor.organisationId, (scope) => listVisitorRequests(scope, addresseeOf(actor)));
}

/** One request of this visitor, also when it is settled; null when there is none of theirs. */
export function readVisitorRequest(actor: VisitActor, id: RequestId): Promise<VisitorRequest | null> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const [request] = await listVisitorRequests(scope, addresseeOf(actor), id);
    return request ?? null;
  });
}

/** The person who is asked opens a request, puts it aside, takes it up again or declines it. Saying it twice is answered as once. */
export function answerRequest(
  clock: Clock,
  actor: VisitActor,
  id: RequestId,
  answer: Answer,
): Promise<Result<null, AnswerFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || !isAskedOf(request, actor)) return fail({ code: 'notFound' });
    if (isSaidAlready(request, answer)) return succeed(null);
    if (!isOpen(request.state)) return fail({ code: 'settled' });
    await write(scope, request, { actor, answer, at: clock.now() });
    return succeed(null);
  });
}

function isSaidAlready({ state }: HeldRequest, { what }: Answer): boolean {
  return (
    (what === 'decline' && state === 'declined') || (what === 'open' && state !== 'sent' && isOpen(state))
  );
}

type Said = { readonly actor: VisitActor; readonly answer: Answer; readonly at: number };

async function write(
  scope: OrganisationScope,
  request: HeldRequest,
  { actor, answer, at }: Said,
): Promise<void> {
  const by = { actor: eventActorOf(actor), at };
  switch (answer.what) {
    case 'open':
      await moveRequest(scope, request.id, 'open', by);
      return;
    case 'decline':
      await moveRequest(scope, request.id, 'decline', { ...by, declinedBecause: reasonOf(answer.because) });
      return;
    case 'postpone':
    case 'takeUp': {
      const isAside = answer.what === 'postpone';
      await savePostponed(scope, request.id, isAside ? new Date(at) : null);
      const type = isAside ? 'request.postponed' : 'request.takenUp';
      await tellOfRequest(scope, request, { type, ...by });
    }
  }
}

/** Nobody asked for a number here: one that somebody writes is not kept. */
function reasonOf(because: string): string | null {
  const words = because.trim().slice(0, longestReason);
  return words === '' ? null : maskSensitiveNumbers(words).text.slice(0, longestReason);
}
