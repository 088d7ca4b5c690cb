import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { TeamId } from '#journey/ids.ts';

/** The published services of a team, in the catalogue's order. */
export async function listBookableServices(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly { readonly slug: string; readonly channels: readonly Channel[] }[]> {
  return db.service.findMany({
    where: { teamId, isPublished: true },
    orderBy: { position: 'asc' },
    select: { slug: true, channels: true },
  });
}
