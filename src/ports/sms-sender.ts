import type { SendOutcome } from './mailer.ts';

export type Sms = {
  /** Alphanumeric name or number of the municipality. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  /** No personal data: a phone's screen is public. */
  readonly text: string;
};

export type SmsSender = { readonly send: (sms: Sms) => Promise<SendOutcome> };
