/** In signs: of what a photo is asked. */
export const longestStillPurpose = 200;
