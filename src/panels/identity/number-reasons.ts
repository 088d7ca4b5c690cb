/** Why a clerk needs a whole national number. Kept in the event log with who and when. */
export const numberReasons = ['lookUp', 'compare', 'document'] as const;
export type NumberReason = (typeof numberReasons)[number];
