import { withOrganisation } from '#db/organisation-scope.ts';
import { findRequest, tellOfRequest } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import type { Clock } from '#ports/clock.ts';
import { saveJudgement } from './known-identity.data.ts';
import { longestReason } from './longest-reason.ts';
import { findSpeakingClerk } from './look.data.ts';

export type JudgeFailure = {
  readonly code: /** Not in this clerk's own running conversation, or nobody was identified by it: the same answer. */
  'notFound' | 'reasonMissing';
};

/**
 * Somebody proved who they are, in another name than the appointment's: the clerk who talks with them says whether it is who they talk with, and
 * why. Of somebody else nothing counts any more.
 */
export function judgeName(
  clock: Clock,
  actor: StaffActor,
  id: RequestId,
  { isSamePerson, because }: { readonly isSamePerson: boolean; readonly because: string },
): Promise<Result<null, JudgeFailure>> {
  const reason = maskSensitiveNumbers(because.trim().slice(0, longestReason)).text;
  if (reason === '') return Promise.resolve(fail({ code: 'reasonMissing' }));
  return withOrganisation<Result<null, JudgeFailure>>(actor.organisationId, async (scope) => {
    const request = await findRequest(scope, id);
    const clerkId = request && (await findSpeakingClerk(scope, id));
    if (request === null || clerkId !== actor.staffMemberId) return fail({ code: 'notFound' });
    const at = clock.now();
    const judgement = { isSamePerson, because: reason, byId: actor.staffMemberId, at: new Date(at) };
    if (!(await saveJudgement(scope, id, judgement))) return fail({ code: 'notFound' });
    await tellOfRequest(scope, request, { type: 'identification.judged', actor: eventActorOf(actor), at });
    return succeed(null);
  });
}
