/** Why somebody who was called already waits again: a word that they read on their page. */
export const sendBackReasons = [
  'lookingUp',
  'askingColleague',
  'preparing',
  'technical',
  'otherFirst',
] as const;

export type SendBackReason = (typeof sendBackReasons)[number];

/** What a clerk may add to it, in characters. */
export const sendBackRemarkLimit = 300;
