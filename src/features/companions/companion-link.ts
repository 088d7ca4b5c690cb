import type { CompanionRole } from '#journey/companion-roles.ts';
import type { CompanionLinkId } from '#journey/ids.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import type { SentState } from '#journey/message-state.ts';

/** A third person's link, as who may pass it on sees it. */
export type CompanionLinkView = {
  readonly id: CompanionLinkId;
  readonly role: CompanionRole;
  readonly madeBy: 'citizen' | 'staff';
  /** The name of who opened it; null before. */
  readonly openedBy: string | null;
  /** How far it came that was sent last; null when none was. To whom, nobody reads back. */
  readonly sent: SentLink | null;
};

export type SentLink = { readonly channel: MessageChannel; readonly state: SentState };

/** Why a link was not made, shown or withdrawn. */
export type CompanionLinkProblem =
  /** The appointment is no video call, or is over. */
  | 'over'
  /** There are enough of them. */
  | 'crowded'
  /** It is none of theirs, or was withdrawn. */
  | 'notFound';

/** Why a link was not sent. */
export type SendLinkProblem =
  | CompanionLinkProblem
  | 'toMissing'
  | 'toWrong'
  /** A landline: a text message is lost there in silence. */
  | 'notMobile'
  /** The number wants no text messages. */
  | 'stopped'
  | 'sentTooOften';
