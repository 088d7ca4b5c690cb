import type { FailureCode } from './failure-codes.ts';

export type MailAttachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
  /** Content-ID for pictures inside the text. */
  readonly contentId?: string;
};

export type Mail = {
  /** Unique per message: sent again after a crash it carries the same Message-ID. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  /** The address of this one mail to which servers report (its envelope sender). */
  readonly returnPath: string;
  /** What a report gives back beside it (ENVID of RFC 3461): letters and digits. */
  readonly envelopeId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: string;
  /** Where one POST stops mails like this one (RFC 8058); null for those that nobody can do without. */
  readonly unsubscribeUrl: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Of an answer to what somebody wrote; absent for every other mail. */
  readonly answer?: {
    /** Message-ID of the mail that it answers, without brackets; null where that had none. */
    readonly to: string | null;
    /** A person wrote it, not the product. */
    readonly isByPerson: boolean;
  };
};

/** What the next server said. `accepted` proves nothing about arrival. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly providerReference: string }
  | { readonly kind: 'failedTemporarily'; readonly code: FailureCode }
  | { readonly kind: 'failedForGood'; readonly code: FailureCode };

export type Mailer = { readonly send: (mail: Mail) => Promise<SendOutcome> };
