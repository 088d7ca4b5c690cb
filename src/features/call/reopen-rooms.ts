import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { listOpenRooms } from './call.data.ts';

/**
 * Makes the rooms of open conversations exist again after the video server restarted: browsers come back by
 * themselves, but only into rooms that are there, and nobody but this server may make them.
 * @returns how many rooms were missing
 */
export async function reopenRooms(rooms: VideoRooms, organisationId: OrganisationId): Promise<number> {
  const open = await withOrganisation(organisationId, listOpenRooms);
  const existing = await rooms.existing(open);
  const missing = open.filter((room) => !existing.has(room));
  await Promise.all(missing.map((room) => rooms.open(room)));
  const stillOpen =
    missing.length > 0 ? new Set(await withOrganisation(organisationId, listOpenRooms)) : null;
  // A conversation that ended in between must not leave a room behind.
  const over = missing.filter((room) => stillOpen?.has(room) === false);
  await Promise.all(over.map((room) => rooms.close(room)));
  return missing.length;
}
