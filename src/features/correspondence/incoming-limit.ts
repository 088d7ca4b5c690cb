import type { OrganisationId } from '#journey/ids.ts';
import type { ContactMeans } from '#journey/text-lines.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';

/** More than anybody writes who expects an answer; less than what a machine or somebody in anger sends. */
const lines = { name: 'incoming-line', attempts: 30, perSeconds: 3_600 } as const;
/** That it is too much is said once in that time. */
const told = { name: 'incoming-told', attempts: 1, perSeconds: 3_600 } as const;

/** One who writes to one municipality. */
export type Writer = {
  readonly organisationId: OrganisationId;
  readonly means: ContactMeans;
  readonly from: string;
};

/**
 * Counts one more line of somebody.
 * @returns `tell`: too many, and nobody said so yet; `refuse`: too many, and they know
 */
export async function countLine(
  limiter: AttemptLimiter,
  { organisationId, means, from }: Writer,
): Promise<'take' | 'tell' | 'refuse'> {
  const key = `${organisationId} ${means} ${from}`;
  if (await limiter.allow(lines, key)) return 'take';
  return (await limiter.allow(told, key)) ? 'tell' : 'refuse';
}
