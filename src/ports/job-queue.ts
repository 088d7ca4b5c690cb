import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';

/** Work for the worker, handed over in the transaction of the change that causes it: a rollback takes it back. */
export type JobQueue = {
  /**
   * Has planned messages delivered as soon as their moment comes; those planned for later need not be named, the
   * worker's sweep finds them. The rows must exist, or come into being in the same transaction.
   */
  readonly enqueueDelivery: (scope: OrganisationScope, messageIds: readonly MessageId[]) => Promise<void>;
};
