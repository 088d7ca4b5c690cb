import type { CallbackRequest } from './delivery-callbacks.ts';

/** A text message that somebody sent to the municipality. */
export type IncomingText = {
  readonly means: 'sms' | 'whatsapp';
  /** The provider's name for it. */
  readonly reference: string;
  /** E.164. */
  readonly from: string;
  /** The municipality's own number or name. */
  readonly to: string;
  readonly text: string;
  /** Pictures and other files that came with it. */
  readonly files: number;
  /** The provider's word that they want no more messages, or again. */
  readonly optOut: 'stop' | 'start' | null;
};

/** `forged`: it is not from the provider, or nobody can say so. `unreadable`: it is, and says nothing that is known. */
export type IncomingTextReading =
  | { readonly kind: 'text'; readonly text: IncomingText }
  | { readonly kind: 'forged' }
  | { readonly kind: 'unreadable' };

export type IncomingTextReader = {
  readonly read: (request: CallbackRequest) => Promise<IncomingTextReading>;
};
