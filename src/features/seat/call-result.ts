/** What can come of a call. */
export const callResults = ['reached', 'messageLeft', 'noAnswer', 'wrongNumber'] as const;

export type CallResult = (typeof callResults)[number];
