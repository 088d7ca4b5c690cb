import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, RoomName } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { listOpenRooms } from './call.data.ts';

export type RoomsAtServer = {
  readonly existing: ReadonlySet<RoomName>;
  /** Were there at an earlier look, and are gone. */
  readonly lost: ReadonlySet<RoomName>;
};

/**
 * Makes the rooms of open conversations exist again after the video server restarted: browsers come back by themselves, but only into
 * rooms that are there, and nobody but this server may make them. Who waits gets a room when they are near the front (`give-access.ts`):
 * of theirs only those that were there before are made again.
 * @returns how many rooms were missing
 */
export async function reopenRooms(
  rooms: VideoRooms,
  organisationId: OrganisationId,
  { existing, lost }: RoomsAtServer,
): Promise<number> {
  const open = await withOrganisation(organisationId, listOpenRooms);
  const missing = open
    .filter(({ room, isInUse }) => !existing.has(room) && (isInUse || lost.has(room)))
    .map(({ room }) => room);
  if (missing.length === 0) return 0;
  await Promise.all(missing.map((room) => rooms.open(room)));
  // A conversation that ended in between must not leave a room behind.
  const stillOpen = await withOrganisation(organisationId, listOpenRooms);
  const over = missing.filter((name) => !stillOpen.some(({ room }) => room === name));
  await Promise.all(over.map((room) => rooms.close(room)));
  return missing.length;
}
