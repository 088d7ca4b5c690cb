import type { Result } from '#journey/result.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import type { AccessRefusal, RoomPlace } from './decide-rights.ts';

/** Somebody's place as the database has it now; null when this person has none to ask for. */
export type PlaceReader = () => Promise<Result<RoomPlace, AccessRefusal> | null>;

const attempts = 5;

/**
 * Reads somebody's place, does something at the video server that rests on it, and reads it again. Whoever ends, expels
 * or admits changes the database first and the room afterwards: when the second look finds nothing changed, their change of
 * the room comes after ours; when it does find a change, what was done is taken back.
 * @param least what this person falls back to
 * @returns the place as it still was after the effect, the refusal that it turned into, or null
 */
export async function holdPlace(
  rooms: VideoRooms,
  readPlace: PlaceReader,
  least: RoomRights,
  act: (place: RoomPlace) => Promise<void>,
): Promise<Result<RoomPlace, AccessRefusal> | null> {
  let place = await readPlace();
  for (let attempt = 1; place?.ok === true; attempt += 1) {
    const held = place.value;
    await act(held);
    place = await readPlace();
    if (place?.ok && isSamePlace(place.value, held)) return place;
    await takeBack(rooms, held, least, place);
    if (attempt === attempts) throw new Error('the place kept changing');
  }
  return place;
}

async function takeBack(
  rooms: VideoRooms,
  held: RoomPlace,
  least: RoomRights,
  now: Result<RoomPlace, AccessRefusal> | null,
): Promise<void> {
  if (now?.ok && now.value.room === held.room) return;
  // Our effect may have made a room exist again that was closed for good.
  const hasNoRoom: readonly (string | undefined)[] = ['ended', 'byPhone', 'inWriting'];
  if (now?.ok || hasNoRoom.includes(now?.failure.code)) await rooms.close(held.room);
  else await rooms.grant(held.room, [held.participantId], least);
}

function isSamePlace(a: RoomPlace, b: RoomPlace): boolean {
  return a.room === b.room && a.participantId === b.participantId && a.rights === b.rights;
}
