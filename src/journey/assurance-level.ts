/**
 * How sure it is who somebody is, from the least to the most. `low`, `substantial` and `high` are the levels of eIDAS
 * (Regulation (EU) 910/2014, art. 8); `shown` is a clerk's look at a card or an answered control question, and no such level.
 */
export const assuranceLevels = ['none', 'shown', 'low', 'substantial', 'high'] as const;

export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Whether a level is at least as high as another one. */
export function reachesLevel(level: AssuranceLevel, minimum: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(minimum);
}

/** @returns `none` when there are none */
export function highestLevel(levels: readonly AssuranceLevel[]): AssuranceLevel {
  return levels.reduce((highest, level) => (reachesLevel(highest, level) ? highest : level), 'none');
}
