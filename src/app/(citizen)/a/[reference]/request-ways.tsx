import type { VisitorRequest } from '#features/requests/request-views.ts';
import type { LocalizedText } from '#journey/language.ts';
import { FillInWay } from '#panels/forms/ui/fill-in-way.tsx';
import type { ProviderWay } from '#panels/identity/ui/known-provider-ways.tsx';
import { ProviderWays } from '#panels/identity/ui/provider-ways.tsx';
import { mayBeShown, ShowCardWay } from '#panels/identity/ui/show-card-way.tsx';

type RequestWaysProps = {
  readonly reference: string;
  readonly request: Pick<VisitorRequest, 'id' | 'kind' | 'settings' | 'state' | 'problem'>;
  /** By whom people of this organisation can identify. */
  readonly providers: readonly ProviderWay[];
  readonly say: (text: LocalizedText) => string;
  readonly isInCall?: boolean;
  /** Whether a card can be shown: not in writing, and not by telephone. */
  readonly isSeen?: boolean;
};

/** The ways to do what is asked, of its kind: on the page of a request, and on its card in the call. */
export function RequestWays(props: RequestWaysProps) {
  const { reference, request, providers, say, isInCall = false, isSeen = true } = props;
  const { id, kind, settings, state } = request;
  if (kind === 'form') {
    const href = `/a/${encodeURIComponent(reference)}/requests/${id}/form`;
    return <FillInWay href={href} isBegun={state === 'inProgress'} isInCall={isInCall} />;
  }
  return (
    <div className="grid gap-2.5">
      <ProviderWays
        reference={reference}
        request={request}
        providers={providers}
        say={say}
        isBeside={isInCall}
      />
      {isSeen && mayBeShown(settings) && <ShowCardWay />}
    </div>
  );
}
