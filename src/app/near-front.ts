import type { OrganisationScope } from '#db/organisation-scope.ts';
import { isNearFront as isVisitNearFront } from '#features/waiting-room/visit-view.ts';
import type { VisitActor } from '#journey/actor.ts';
import { clock } from '../wiring.ts';

/** Whether a visitor's turn is so close that the page may connect to the video room in advance. */
export function isNearFront(
  scope: OrganisationScope,
  { visitId }: Pick<VisitActor, 'visitId'>,
): Promise<boolean> {
  return isVisitNearFront(scope, visitId, clock.now());
}
