import { withOrganisation } from '#db/organisation-scope.ts';
import { passOn } from '#db/pass-on.ts';
import { findRequest } from '#db/requests.ts';
import type { RequestId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type FormHand, mayFill } from './own-form.ts';
import type { FormPlace, SentPlace } from './shared-form.ts';

/** Shows the other one where in the form this person is. Nothing of it is kept, and nothing that stands there goes along. */
export async function passPlace(
  hand: FormHand,
  id: RequestId,
  { step, control }: SentPlace,
): Promise<Result<null, { readonly code: 'notFound' }>> {
  const { organisationId } = hand;
  const isTheirs = await withOrganisation(organisationId, async (scope) => {
    const request = await findRequest(scope, id);
    return request !== null && (await mayFill(scope, request, hand));
  });
  if (!isTheirs) return fail({ code: 'notFound' });
  const place: FormPlace = { side: hand.kind === 'staff' ? 'clerk' : 'asked', step, control };
  await passOn(organisationId, `request:${id}`, place);
  return succeed(null);
}
