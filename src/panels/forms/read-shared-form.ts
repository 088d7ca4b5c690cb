import type { OrganisationScope } from '#db/organisation-scope.ts';
import { findRequest } from '#db/requests.ts';
import type { AppointmentId, RequestId } from '#journey/ids.ts';
import { findFilling } from './fillings.data.ts';
import { type FormHand, type FormTools, mayFill, todayOf } from './own-form.ts';
import { type SharedForm, shareForm } from './shared-form.ts';
import { findFormTalk } from './talk.data.ts';

export type FoundSharedForm = { readonly appointmentId: AppointmentId; readonly form: SharedForm };

/** A form that is being filled in, for who is asked and for the clerk in conversation with them; null for everybody else, and once it is sent. */
export async function readSharedForm(
  tools: FormTools,
  scope: OrganisationScope,
  hand: FormHand,
  id: RequestId,
): Promise<FoundSharedForm | null> {
  const request = await findRequest(scope, id);
  if (request === null || !(await mayFill(scope, request, hand))) return null;
  const filling = await findFilling(scope, tools.sealing, id);
  if (filling === null || filling.sentAt !== null) return null;
  const talk = await findFormTalk(scope, id);
  const form = shareForm(filling, { today: todayOf(tools), clerkName: talk?.clerkName ?? null });
  return { appointmentId: request.appointmentId, form };
}
