import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { type HeldRequest, holdRequest, isAskedOf } from '#db/requests.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { type LocalDate, localDateAt } from '#journey/local-time.ts';
import { isOpen } from '#journey/requests.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { Sealing } from '#ports/sealing.ts';
import { findFilling, type StoredFilling } from './fillings.data.ts';

export type FormTools = {
  readonly clock: Clock;
  readonly sealing: Sealing;
  /** The organisation's zone, whose date counts. */
  readonly timeZone: string;
};

/** The date on which something is filled in. */
export function todayOf({ clock, timeZone }: Pick<FormTools, 'clock' | 'timeZone'>): LocalDate {
  return localDateAt(epochMilliseconds(clock.now()), timeZone);
}

/** Whether a request asks this visitor to fill in a form. */
export function isFormOf(request: HeldRequest, actor: VisitActor): boolean {
  return request.kind === 'form' && isAskedOf(request, actor);
}

/** Does something with the form that this visitor is filling in, while nobody else does; null where there is nothing to fill in any more. */
export function withOpenForm<Value>(
  { sealing }: Pick<FormTools, 'sealing'>,
  actor: VisitActor,
  id: RequestId,
  work: (scope: OrganisationScope, request: HeldRequest, filling: StoredFilling) => Promise<Value>,
): Promise<Value | null> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || !isFormOf(request, actor) || !isOpen(request.state)) return null;
    const filling = await findFilling(scope, sealing, id);
    return filling === null ? null : work(scope, request, filling);
  });
}
