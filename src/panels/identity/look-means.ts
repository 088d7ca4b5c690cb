/** What a clerk looked at. */
export const lookMeans = ['card', 'questions'] as const;
export type LookMeans = (typeof lookMeans)[number];

/** What a clerk saw or heard. @property answered how many of the service's control questions were answered well */
export type Seen = { readonly means: LookMeans; readonly name: string; readonly answered?: number };

/** More letters than this no name is kept with. */
export const longestName = 120;
