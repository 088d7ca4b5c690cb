import type { VisitActor } from '#journey/actor.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { type GivenAccess, giveAccess } from './give-access.ts';
import type { MediaAccess } from './media-access.ts';
import { type NearFront, visitorPlaceReader } from './visitor-place.ts';

type Means = {
  readonly videoRooms: VideoRooms;
  readonly isNearFront: NearFront;
  readonly iceServers: MediaAccess['iceServers'];
};

/** Gives a visitor a token for the room: without any rights near the front of the queue, to converse once admitted. */
export function giveVisitorAccess(means: Means, actor: VisitActor): Promise<GivenAccess> {
  const reader = visitorPlaceReader(actor, means.isNearFront);
  return giveAccess(means.videoRooms, reader, 'observeNothing', means.iceServers);
}
