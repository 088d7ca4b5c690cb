import type { SendOutcome } from './mailer.ts';

export type Sms = {
  /** Our own name for the message: a provider that takes one gives it back with what it tells. */
  readonly reference: string;
  /** Over which network: SMS unless it says otherwise. */
  readonly means?: 'sms' | 'whatsapp';
  /** Alphanumeric name or number of the municipality. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  /** No personal data: a phone's screen is public. */
  readonly text: string;
  /** Where the provider tells what became of it, as it is reached from outside. */
  readonly statusUrl: string;
};

export type SmsSender = { readonly send: (sms: Sms) => Promise<SendOutcome> };
