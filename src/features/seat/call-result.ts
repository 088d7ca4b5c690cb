/** What can come of a call. */
export const callResults = ['reached', 'messageLeft', 'noAnswer', 'wrongNumber'] as const;

/** Of who has no number: a mail was written by hand, or they were met all the same. */
export const resultsWithoutNumber = ['messageLeft', 'reached'] as const;

export type CallResult = (typeof callResults)[number];
