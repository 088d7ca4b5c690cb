import { fail, type Result, succeed } from '#journey/result.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { holdPlace, type PlaceReader } from './hold-place.ts';
import type { MediaAccess, MediaRefusalCode } from './media-access.ts';

export type GivenAccess = Result<MediaAccess, { readonly code: MediaRefusalCode }>;

/** Makes sure that the room exists and makes a token for what the database says at this moment. */
export async function giveAccess(
  rooms: VideoRooms,
  readPlace: PlaceReader,
  least: RoomRights,
  iceServers: MediaAccess['iceServers'],
): Promise<GivenAccess> {
  const place = await holdPlace(rooms, readPlace, least, ({ room }) => rooms.open(room));
  if (place === null) return fail({ code: 'unknown' });
  if (!place.ok) return place;
  const { room, participantId, rights, displayName } = place.value;
  const access = await rooms.issueAccess(room, participantId, rights, displayName);
  return succeed({ ...access, roomName: room, iceServers });
}
