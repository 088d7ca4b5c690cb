import type { CompanionRole } from '#journey/companion-roles.ts';
import type { CompanionLinkId } from '#journey/ids.ts';
import type { CompanionLinkView, SendLinkProblem } from './companion-link.ts';
import type { TypedRecipient } from './read-recipient.ts';

/** What came of the form last, and the links that there are. */
export type InviteState = {
  readonly links: readonly CompanionLinkView[];
  /** A link to pass on, absolute; null when none was asked for. */
  readonly shown: { readonly role: CompanionRole; readonly href: string } | null;
  readonly withdrawn: boolean;
  /** To whom a link was sent just now; null when none was. */
  readonly sentTo: string | null;
  /** What was typed for one of them and could not be sent. */
  readonly unsent: { readonly id: CompanionLinkId; readonly typed: TypedRecipient } | null;
  readonly problem: SendLinkProblem | 'tooMany' | null;
};
export type InviteAction = (before: InviteState, form: FormData) => Promise<InviteState>;
