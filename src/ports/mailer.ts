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
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: string;
  readonly attachments: readonly MailAttachment[];
};

/** What the next server said. `accepted` proves nothing about arrival. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly providerReference: string }
  | { readonly kind: 'failedTemporarily'; readonly code: string }
  | { readonly kind: 'failedForGood'; readonly code: string };

export type Mailer = { readonly send: (mail: Mail) => Promise<SendOutcome> };
