import type { VisitorRequest } from '#features/requests/request-views.ts';
import { FillInWay } from '#panels/forms/ui/fill-in-way.tsx';
import { mayBeShown, ShowCardWay } from '#panels/identity/ui/show-card-way.tsx';

type RequestWaysProps = {
  readonly reference: string;
  readonly request: Pick<VisitorRequest, 'id' | 'kind' | 'settings' | 'state'>;
  readonly isInCall?: boolean;
};

/** The ways to do what is asked, of its kind: on the page of a request, and on its card in the call. */
export function RequestWays({ reference, request, isInCall = false }: RequestWaysProps) {
  const { id, kind, settings, state } = request;
  if (kind === 'form') {
    const href = `/a/${encodeURIComponent(reference)}/requests/${id}/form`;
    return <FillInWay href={href} isBegun={state === 'inProgress'} isInCall={isInCall} />;
  }
  return mayBeShown(settings) && <ShowCardWay />;
}
