/** More letters than this no reason is kept with: longer ones are for the report. */
export const longestReason = 300;
