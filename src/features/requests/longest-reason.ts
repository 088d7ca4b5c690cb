/** More letters than this are not kept of why somebody declined. */
export const longestReason = 500;
