/** As what a third person comes along. */
export const companionRoles = [
  'interpreter',
  'signInterpreter',
  'textInterpreter',
  'carer',
  'family',
  'expert',
] as const;

export type CompanionRole = (typeof companionRoles)[number];

/** What somebody may do in a conversation besides being seen and heard, and seeing and hearing the others. */
export type CompanionRights = {
  /** Whether they may share a screen: `whenAsked` by the clerk, as the citizen. */
  readonly screen: 'never' | 'whenAsked' | 'always';
  /** Read and write what is written beside the picture. */
  readonly mayWrite: boolean;
  /** See what the citizen shares with them of requests and documents. */
  readonly seesShared: boolean;
};

const none: CompanionRights = { screen: 'never', mayWrite: false, seesShared: false };

/** The one table of what a role may do: tokens, pages and routes follow it. */
const rights: Record<CompanionRole, CompanionRights> = {
  // Who interprets hears and sees people; documents and data are none of their business.
  interpreter: none,
  signInterpreter: none,
  // Writes what is said: without writing there is no interpreting.
  textInterpreter: { ...none, mayWrite: true },
  carer: { screen: 'whenAsked', mayWrite: true, seesShared: true },
  family: { screen: 'whenAsked', mayWrite: true, seesShared: true },
  // Brought in to explain something: may show it, and sees nothing of the citizen's.
  expert: { screen: 'always', mayWrite: true, seesShared: false },
};

/** Of somebody who came by the citizen's own link and did not say as what. */
const unnamed: CompanionRights = { screen: 'whenAsked', mayWrite: false, seesShared: false };

/** What a third person may do. @param role null when nobody said as what they come */
export function rightsOfCompanion(role: CompanionRole | null): CompanionRights {
  return role === null ? unnamed : rights[role];
}

/** Roles that a clerk can ask for a screen. */
export const rolesAskedForScreen = companionRoles.filter((role) => rights[role].screen === 'whenAsked');

/** Whose picture is kept large for everybody: signs are read from it. */
export function isKeptLarge(role: CompanionRole | null): boolean {
  return role === 'signInterpreter';
}
