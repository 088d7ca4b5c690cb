/** What a mail server says of a mail that it tried to bring over (RFC 3464), one per recipient. */
export type MailReport = {
  /** `failed` also where the server gave up after trying for days. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  readonly status: string;
};

/** What somebody wrote in a mail. */
export type IncomingLetter = {
  /** In lower case; who really wrote it nobody knows. Null when the mail does not say. */
  readonly from: string | null;
  readonly subject: string;
  /** Plain text, with the mails that it answers still below it. */
  readonly text: string;
  /** Files that came with it; pictures inside its HTML do not count. */
  readonly files: number;
  /** Message-ID, without brackets. */
  readonly messageId: string | null;
  /** Message-IDs of the mails that it answers, without brackets. */
  readonly answers: readonly string[];
  /** Written by a machine, or sent to many: never to be answered (RFC 3834). */
  readonly isAutomatic: boolean;
};

/** A mail that came in, as far as the product reads it. */
export type IncomingMail = {
  /** Empty for a mail that is no report. */
  readonly reports: readonly MailReport[];
  /** What was given with the mail that a report is about (ENVID of RFC 3461); null when the report does not say. */
  readonly envelopeId: string | null;
  /** Message-ID of the mail that a report is about, without brackets; null when the report does not say. */
  readonly originalMessageId: string | null;
  readonly letter: IncomingLetter;
};

export type IncomingMailReader = { readonly read: (source: Uint8Array) => Promise<IncomingMail> };
