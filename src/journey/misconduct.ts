/** For what a clerk warns somebody, stops a picture, ends a conversation or reports it. Words for each are ready in every language. */
export const misconducts = ['insult', 'threat', 'indecent', 'other'] as const;
export type Misconduct = (typeof misconducts)[number];

/** What a clerk writes about it for supervisors, in signs. */
export const longestReport = 2_000;
