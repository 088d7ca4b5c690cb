import type { VisitorRequest } from '#features/requests/request-views.ts';
import { mayBeShown, ShowCardWay } from '#panels/identity/ui/show-card-way.tsx';

/** The ways to do what is asked, of its kind: on the page of a request. */
export function RequestWays({ request }: { request: Pick<VisitorRequest, 'kind' | 'settings'> }) {
  return request.kind === 'identify' && mayBeShown(request.settings) && <ShowCardWay />;
}
