import type { CompanionRole } from '#journey/companion-roles.ts';
import type { CompanionLinkId } from '#journey/ids.ts';

/** A third person's link, as who may pass it on sees it. */
export type CompanionLinkView = {
  readonly id: CompanionLinkId;
  readonly role: CompanionRole;
  readonly madeBy: 'citizen' | 'staff';
  /** The name of who opened it; null before. */
  readonly openedBy: string | null;
};

/** Why a link was not made, shown or withdrawn. */
export type CompanionLinkProblem =
  /** The appointment is no video call, or is over. */
  | 'over'
  /** There are enough of them. */
  | 'crowded'
  /** It is none of theirs, or was withdrawn. */
  | 'notFound';
