import type { z } from 'zod';
import { withOrganisation } from '#db/organisation-scope.ts';
import { holdRequest, moveRequest } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { RequestId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { nameUnknown } from './identification.data.ts';
import { identitySettings } from './identity-settings.ts';
import { findTalk, saveLook } from './look.data.ts';
import { longestName, type Seen } from './look-means.ts';

export type LookFailure = {
  readonly code: /** Not in this clerk's own running conversation, or a request of another kind: the same answer. */
    | 'notFound'
    /** The service does not state that this will do. */
    | 'notStated'
    /** Not every control question was answered well. */
    | 'notAnswered'
    /** It was answered or withdrawn meanwhile. */
    | 'settled'
    | 'nameMissing';
};

/** A clerk records to have looked at a card, or heard control questions answered: "shown", by whom, and no level of the law. */
export function recordLook(
  clock: Clock,
  actor: StaffActor,
  id: RequestId,
  seen: Seen,
): Promise<Result<null, LookFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const request = mayDo(actor, 'workAtSeat') ? await holdRequest(scope, id) : null;
    const talk = request?.kind === 'identify' ? await findTalk(scope, id) : null;
    if (request === null || talk === null || talk.clerkId !== actor.staffMemberId)
      return fail({ code: 'notFound' });
    const settings = identitySettings.safeParse(request.settings);
    if (!settings.success) return fail({ code: 'notStated' });
    const refusal = refusalOf(settings.data, seen, talk.channel);
    if (refusal !== null) return fail({ code: refusal });
    const name = seen.name.trim().slice(0, longestName);
    if (name === '') return fail({ code: 'nameMissing' });
    const at = clock.now();
    const moved = await moveRequest(scope, id, 'fulfil', { actor: eventActorOf(actor), at });
    if (moved === null) return fail({ code: 'settled' });
    await saveLook(scope, {
      requestId: id,
      lookedById: actor.staffMemberId,
      method: seen.means,
      name,
      identifiedAt: new Date(at),
      evidence: seen.means === 'questions' ? { questions: settings.data.controlQuestions.length } : {},
    });
    await nameUnknown(scope, id, name);
    return succeed(null);
  });
}

function refusalOf(
  { mayBeShown, controlQuestions }: z.output<typeof identitySettings>,
  { means, answered }: Seen,
  channel: Channel,
): 'notStated' | 'notAnswered' | null {
  // Nobody holds a card before a camera on the telephone, nor is heard in writing.
  if (means === 'card') return mayBeShown && channel === 'video' ? null : 'notStated';
  if (channel === 'chat') return 'notStated';
  if (controlQuestions.length === 0) return 'notStated';
  return answered === controlQuestions.length ? null : 'notAnswered';
}
