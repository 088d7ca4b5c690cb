import { withOrganisation } from '#db/organisation-scope.ts';
import { findRequest, holdRequest, moveRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { type FormContent, formSettings } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import { isOpen } from '#journey/requests.ts';
import {
  createFilling,
  findFilling,
  findPublished,
  readKnownFacts,
  type StoredFilling,
} from './fillings.data.ts';
import { type FormTools, isFormOf } from './own-form.ts';
import { findFormTalk } from './talk.data.ts';

/**
 * The visitor begins to fill in what a request asks, with what is known of it already. Beginning again goes on.
 * @returns whether there is something to fill in
 */
export function beginForm({ clock, sealing }: FormTools, actor: VisitActor, id: RequestId): Promise<boolean> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || !isFormOf(request, actor) || !isOpen(request.state)) return false;
    const at = clock.now();
    if ((await findFilling(scope, sealing, id)) === null) {
      const { formId } = formSettings.parse(request.settings);
      // What is known is known of the citizen; whoever comes along begins with nothing.
      const facts = actor.role === 'citizen' ? await readKnownFacts(scope, actor.appointmentId) : {};
      const isThere = await createFilling(scope, sealing, {
        requestId: id,
        formId,
        facts,
        startedAt: new Date(at),
      });
      if (!isThere) return false;
    }
    if (request.state !== 'inProgress')
      await moveRequest(scope, id, 'begin', { actor: eventActorOf(actor), at });
    return true;
  });
}

/** The form of a visitor: `over` is also what is not theirs. */
export type OwnForm =
  | { readonly kind: 'over' }
  | { readonly kind: 'notBegun'; readonly form: FormContent }
  | {
      readonly kind: 'begun';
      readonly filling: StoredFilling;
      /** Of the clerk who is in conversation with them; null while nobody is. */
      readonly clerkName: string | null;
    };

/** The form of this visitor as far as it is, also once it is sent. */
export function readOwnForm(
  { sealing }: Pick<FormTools, 'sealing'>,
  actor: VisitActor,
  id: RequestId,
): Promise<OwnForm> {
  return withOrganisation(actor.organisationId, async (scope): Promise<OwnForm> => {
    const request = await findRequest(scope, id);
    if (request === null || !isFormOf(request, actor)) return { kind: 'over' };
    if (!isOpen(request.state) && request.state !== 'fulfilled') return { kind: 'over' };
    const filling = await findFilling(scope, sealing, id);
    if (filling !== null) {
      const talk = await findFormTalk(scope, id);
      return { kind: 'begun', filling, clerkName: talk?.clerkName ?? null };
    }
    const published = await findPublished(scope, formSettings.parse(request.settings).formId);
    return published === null ? { kind: 'over' } : { kind: 'notBegun', form: published.form };
  });
}
