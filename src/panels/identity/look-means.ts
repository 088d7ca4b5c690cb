/** What a clerk looked at. */
export const lookMeans = ['card', 'questions'] as const;
export type LookMeans = (typeof lookMeans)[number];

/** More letters than this no name is kept with. */
export const longestName = 120;
