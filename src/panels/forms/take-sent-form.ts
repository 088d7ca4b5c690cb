import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { findRequest } from '#db/requests.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { findFilling, type StoredFilling } from './fillings.data.ts';
import { type FormHand, type FormTools, isFormOf } from './own-form.ts';
import { mayReadSent } from './read-sent-form.ts';

export type SentFilling = StoredFilling & { readonly sentAt: number };

/**
 * What was sent for a request, to be kept outside: for who sent it, and for who may read it at the seat; null for everybody else, and before it was sent. That it was
 * taken and by whom is logged first.
 */
export function takeSentForm(
  { clock, sealing }: Pick<FormTools, 'clock' | 'sealing'>,
  reader: FormHand,
  id: RequestId,
): Promise<SentFilling | null> {
  return withOrganisation(reader.organisationId, async (scope) => {
    const request = await findRequest(scope, id);
    const isTheirs = request !== null && (await isReader(scope, request, reader));
    const filling = isTheirs ? await findFilling(scope, sealing, id) : null;
    if (!isTheirs || filling === null || filling.sentAt === null) return null;
    await recordEvent(scope, {
      streams: [`appointment:${request.appointmentId}`],
      type: 'form.taken',
      actor: eventActorOf(reader),
      payload: { requestId: id },
      at: clock.now(),
    });
    return { ...filling, sentAt: filling.sentAt };
  });
}

function isReader(
  scope: OrganisationScope,
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
  reader: FormHand,
): boolean | Promise<boolean> {
  return reader.kind === 'visitor' ? isFormOf(request, reader) : mayReadSent(scope, reader, request.id);
}
