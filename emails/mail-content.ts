/** What a mail says, in words that are ready: the HTML and the text are two ways to set out the same content. */
export type MailContent = {
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  readonly sender: string;
  readonly product: string;
  /** What kind of mail this is, in a word. */
  readonly label: string;
  readonly greeting: string;
  readonly title: string;
  /** The municipality's own words before everything else; a line break stays one. */
  readonly intro: string | null;
  readonly facts: readonly MailFact[];
  readonly actions: readonly MailLink[];
  readonly note: string | null;
  readonly sections: readonly MailSection[];
  readonly footer: { readonly title: string; readonly lines: readonly string[]; readonly link: MailLink };
};

export type MailFact = {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** The one that matters most. */
  readonly strong?: boolean;
};

/** An absolute address with the words that stand for it. */
export type MailLink = { readonly label: string; readonly url: string };

export type MailSection = {
  readonly title: string;
  readonly text?: string;
  /** Things to lay ready, each with the reason. */
  readonly items?: readonly { readonly title: string; readonly reason: string }[];
  /** The recognition phrase. */
  readonly words?: readonly string[];
  readonly small?: string;
  readonly link?: MailLink;
};

/** What differs by the kind of message; facts and footer where they are not the usual ones. */
export type MailBody = Pick<MailContent, 'label' | 'preview' | 'actions' | 'sections'> &
  Partial<Pick<MailContent, 'facts' | 'footer'>>;
