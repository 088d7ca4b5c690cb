import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { clerkPlaceReader } from './clerk-place.ts';
import { type GivenAccess, giveAccess } from './give-access.ts';
import type { MediaAccess } from './media-access.ts';

type Means = { readonly videoRooms: VideoRooms; readonly iceServers: MediaAccess['iceServers'] };

/** Gives a clerk a token for the room of a conversation of an own team: unseen before admission, to converse after it. */
export function giveClerkAccess(
  means: Means,
  actor: StaffActor,
  conversationId: ConversationId,
): Promise<GivenAccess> {
  const reader = clerkPlaceReader(actor, conversationId);
  return giveAccess(means.videoRooms, reader, 'readyHidden', means.iceServers);
}
