import { withOrganisation } from '#db/organisation-scope.ts';
import { holdRequest, moveRequest } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { nameUnknown } from './identification.data.ts';
import { identitySettings } from './identity-settings.ts';
import { findSpeakingClerk, saveLook } from './look.data.ts';
import { type LookMeans, longestName } from './look-means.ts';

export type LookFailure = {
  readonly code: /** Not in this clerk's own running conversation, or a request of another kind: the same answer. */
    | 'notFound'
    /** The service does not state that a look will do. */
    | 'notStated'
    /** It was answered or withdrawn meanwhile. */
    | 'settled'
    | 'nameMissing';
};

/** A clerk records to have looked at a card, or heard control questions answered: "shown", by whom, and no level of the law. */
export function recordLook(
  clock: Clock,
  actor: StaffActor,
  id: RequestId,
  seen: { readonly means: LookMeans; readonly name: string },
): Promise<Result<null, LookFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const request = mayDo(actor, 'workAtSeat') ? await holdRequest(scope, id) : null;
    const clerkId = request?.kind === 'identify' ? await findSpeakingClerk(scope, id) : null;
    if (request === null || clerkId !== actor.staffMemberId) return fail({ code: 'notFound' });
    const settings = identitySettings.safeParse(request.settings);
    if (!settings.success || !settings.data.mayBeShown) return fail({ code: 'notStated' });
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
    });
    await nameUnknown(scope, id, name);
    return succeed(null);
  });
}
