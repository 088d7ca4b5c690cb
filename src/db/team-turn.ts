import type { TeamId } from '#journey/ids.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * Lets whoever writes times of one team follow each other until the transaction ends. Without it, several who write the same time
 * at once wait for each other's rows, and Postgres takes a second to see that they all do.
 */
export async function holdTeam({ db }: OrganisationScope, teamId: TeamId): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`booking ${teamId}`}, 0))::text`;
}
