import type { StreamName } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';

/** What a subscriber is shown: the whole state, and when it changes by time alone. */
export type LiveState = {
  readonly state: object;
  /** Epoch milliseconds at which the state must be loaded again though nothing happened. */
  readonly refreshAt: number | null;
};

/** One subscription: a stream to follow and what its subscriber may see of it. */
export type LiveSubject = {
  readonly organisationId: OrganisationId;
  readonly stream: StreamName;
  /** Other streams whose events change this state too; of those events nothing is told. */
  readonly reloadOn?: readonly StreamName[];
  /** Whether what happened there is anything to this subscriber; left out, everything is. Nothing is told without a load. */
  readonly isConcerned?: (scope: OrganisationScope) => Promise<boolean>;
  /** Authorises again and loads; null when the subscriber may no longer follow. */
  readonly load: (scope: OrganisationScope) => Promise<LiveState | null>;
  /** What passes along the stream and is kept nowhere, as this subscriber sees it; null for what is not theirs to see. */
  readonly passing?: (message: unknown) => object | null;
  /** Called while the connection stands; its result is called when the connection is gone. */
  readonly connected?: () => () => void;
};
