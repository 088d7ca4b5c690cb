/** For whom somebody can book: oneself, or whoever one acts for. */
export const forWhomChoices = ['self', 'child', 'ward', 'company', 'association'] as const;
export type ForWhom = (typeof forWhomChoices)[number];

/** Whether these are registered somewhere. */
export function hasRegistrationNumber(forWhom: ForWhom): boolean {
  return forWhom === 'company' || forWhom === 'association';
}
