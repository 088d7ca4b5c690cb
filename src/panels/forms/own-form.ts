import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { type HeldRequest, holdRequest, isAskedOf } from '#db/requests.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { type LocalDate, localDateAt } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import { isOpen } from '#journey/requests.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { Sealing } from '#ports/sealing.ts';
import { findFilling, type StoredFilling } from './fillings.data.ts';
import { findFormTalk } from './talk.data.ts';

export type FormTools = {
  readonly clock: Clock;
  readonly sealing: Sealing;
  /** The organisation's zone, whose date counts. */
  readonly timeZone: string;
};

/** Who fills in: of whom it is asked, or the clerk who is in conversation with them. */
export type FormHand = VisitActor | StaffActor;

/** The date on which something is filled in. */
export function todayOf({ clock, timeZone }: Pick<FormTools, 'clock' | 'timeZone'>): LocalDate {
  return localDateAt(epochMilliseconds(clock.now()), timeZone);
}

/** Whether a request asks this visitor to fill in a form. */
export function isFormOf(request: HeldRequest, actor: VisitActor): boolean {
  return request.kind === 'form' && isAskedOf(request, actor);
}

/** Whether this person may fill in what a request asks, at this moment. */
export async function mayFill(
  scope: OrganisationScope,
  request: HeldRequest,
  hand: FormHand,
): Promise<boolean> {
  if (request.kind !== 'form' || !isOpen(request.state)) return false;
  if (hand.kind === 'visitor') return isFormOf(request, hand);
  const talk = mayDo(hand, 'workAtSeat') ? await findFormTalk(scope, request.id) : null;
  return talk?.clerkId === hand.staffMemberId;
}

/** Does something with a form that this person fills in, while nobody else does; null where there is nothing to fill in any more. */
export function withOpenForm<Value>(
  { sealing }: Pick<FormTools, 'sealing'>,
  hand: FormHand,
  id: RequestId,
  work: (scope: OrganisationScope, request: HeldRequest, filling: StoredFilling) => Promise<Value>,
): Promise<Value | null> {
  return withOrganisation(hand.organisationId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || !(await mayFill(scope, request, hand))) return null;
    const filling = await findFilling(scope, sealing, id);
    return filling === null ? null : work(scope, request, filling);
  });
}
