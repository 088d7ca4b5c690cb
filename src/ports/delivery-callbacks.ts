import type { FailureCode } from './failure-codes.ts';

/** A request in which a provider tells what became of a message. */
export type CallbackRequest = {
  /** As the provider called it: the public address, whatever stands in between. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
};

/** What a provider told, in our own words. */
export type ToldStatus = {
  /** The provider's name for the attempt. */
  readonly providerReference: string;
  /** `accepted` for everything on the way. */
  readonly state: 'accepted' | 'delivered' | 'read' | 'failedForGood';
  /** Of a failure alone. */
  readonly failureCode: FailureCode | null;
  /** Our own name for the message, where the provider gives it back. */
  readonly ownReference: string | null;
};

/** `forged`: it is not from the provider, or nobody can say so. `unreadable`: it is, and says nothing that is known. */
export type CallbackReading =
  | { readonly kind: 'told'; readonly status: ToldStatus }
  | { readonly kind: 'forged' }
  | { readonly kind: 'unreadable' };

export type CallbackReader = { readonly read: (request: CallbackRequest) => Promise<CallbackReading> };
