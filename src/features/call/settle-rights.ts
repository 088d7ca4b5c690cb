import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { clerkPlaceReader } from './clerk-place.ts';
import { holdPlace, type PlaceReader } from './hold-place.ts';
import type { MediaRefusalCode } from './media-access.ts';
import { type NearFront, type Visitor, visitorPlaceReader } from './visitor-place.ts';

/**
 * Rights given while somebody was just connecting miss their target. A browser that sees itself admitted but has no rights asks
 * here, and gets what the database says, no more.
 */
export type SettledRights = Result<RoomRights, { readonly code: MediaRefusalCode }>;

export function settleVisitorRights(
  means: { readonly videoRooms: VideoRooms; readonly isNearFront: NearFront },
  actor: Visitor,
): Promise<SettledRights> {
  return settle(means.videoRooms, visitorPlaceReader(actor, means.isNearFront), 'observeNothing');
}

export function settleClerkRights(
  means: { readonly videoRooms: VideoRooms },
  actor: StaffActor,
  conversationId: ConversationId,
): Promise<SettledRights> {
  return settle(means.videoRooms, clerkPlaceReader(actor, conversationId), 'readyHidden');
}

async function settle(rooms: VideoRooms, reader: PlaceReader, least: RoomRights): Promise<SettledRights> {
  const place = await holdPlace(rooms, reader, least, ({ room, participantId, rights }) =>
    rooms.grant(room, [participantId], rights),
  );
  if (place === null) return fail({ code: 'unknown' });
  return place.ok ? succeed(place.value.rights) : place;
}
