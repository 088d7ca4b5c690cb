/** What a mail server says of a mail that it tried to bring over (RFC 3464), one per recipient. */
export type MailReport = {
  /** `failed` also where the server gave up after trying for days. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  readonly status: string;
};

/** A mail that came in, as far as the product reads it. */
export type IncomingMail = {
  /** Empty for a mail that is no report. */
  readonly reports: readonly MailReport[];
  /** What was given with the mail that a report is about (ENVID of RFC 3461); null when the report does not say. */
  readonly envelopeId: string | null;
  /** Message-ID of the mail that a report is about, without brackets; null when the report does not say. */
  readonly originalMessageId: string | null;
};

export type IncomingMailReader = { readonly read: (source: Uint8Array) => Promise<IncomingMail> };
