import type { OrganisationId } from '#journey/ids.ts';
import { database } from './client.ts';
import type { StreamName } from './event-log.ts';

/** The Postgres channel for what followers of a stream are to see now, and nobody keeps: letters while they are typed. */
export const passingChannel = 'balie_passing';

/** What passes along a stream. */
export type Passing = { readonly stream: string; readonly message: unknown };

/**
 * Tells the followers of a stream on every node something that is written nowhere: whoever does not follow now never knows.
 * @param message 7,000 bytes at most as JSON: a notification holds 8,000
 */
export async function passOn(
  organisationId: OrganisationId,
  stream: StreamName,
  message: object,
): Promise<void> {
  const passing: Passing = { stream: `${organisationId}/${stream}`, message };
  await database().pool.query('select pg_notify($1, $2)', [passingChannel, JSON.stringify(passing)]);
}
