/** For whom somebody can book: oneself, or whoever one acts for. */
export const forWhomChoices = ['self', 'child', 'ward', 'company', 'association'] as const;
export type ForWhom = (typeof forWhomChoices)[number];

/** A company is registered; an association may be, and a group of people without legal form ("feitelijke vereniging") never is. */
export function needsRegistrationNumber(forWhom: ForWhom): boolean {
  return forWhom === 'company';
}

/** Whether these can be registered somewhere. */
export function mayHaveRegistrationNumber(forWhom: ForWhom): boolean {
  return forWhom === 'company' || forWhom === 'association';
}
