import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findRequest } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { Sealing } from '#ports/sealing.ts';
import { findSealedNumber } from './known-identity.data.ts';
import { findSpeakingClerk } from './look.data.ts';
import { openSealedNumber } from './national-number.ts';
import type { NumberReason } from './number-reasons.ts';

/**
 * Shows the whole national number of whom this clerk talks with. That it was opened, by whom and why, is logged before it is shown; the number is not.
 */
export function openNumber(
  { clock, sealing }: { readonly clock: Clock; readonly sealing: Sealing },
  actor: StaffActor,
  id: RequestId,
  reason: NumberReason,
): Promise<Result<{ readonly digits: string }, { readonly code: 'notFound' }>> {
  const { organisationId, staffMemberId } = actor;
  return withOrganisation<Result<{ readonly digits: string }, { readonly code: 'notFound' }>>(
    organisationId,
    async (scope) => {
      const request = await findRequest(scope, id);
      const isTheirs = request !== null && (await findSpeakingClerk(scope, id)) === staffMemberId;
      const sealed = isTheirs ? await findSealedNumber(scope, id) : null;
      if (request === null || sealed === null) return fail({ code: 'notFound' });
      await recordEvent(scope, {
        streams: [`appointment:${request.appointmentId}`],
        type: 'identification.numberOpened',
        actor: eventActorOf(actor),
        payload: { requestId: id, reason },
        at: clock.now(),
      });
      return succeed({ digits: openSealedNumber(sealing, { organisationId, requestId: id }, sealed) });
    },
  );
}
