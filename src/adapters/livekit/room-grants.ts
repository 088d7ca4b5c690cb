import { type ParticipantPermission, TrackSource, type VideoGrant } from 'livekit-server-sdk';
import type { RoomName } from '#journey/ids.ts';
import type { RoomRights } from '#ports/video-rooms.ts';

type Permissions = Pick<
  ParticipantPermission,
  'canPublish' | 'canSubscribe' | 'canPublishData' | 'canUpdateMetadata' | 'hidden'
> & { readonly canPublishSources: TrackSource[] };

/**
 * What each kind of rights means to the video server, with every permission spelled out: whatever is left out of a
 * grant is given by default. Nobody sends data through a room, since `canSubscribe: false` does not keep data out.
 */
const permissions: Record<RoomRights, Permissions> = {
  observeNothing: {
    canPublish: false,
    canPublishSources: [],
    canSubscribe: false,
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  },
  readyHidden: {
    canPublish: true,
    canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
    canSubscribe: false,
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: true,
  },
  converse: {
    canPublish: true,
    canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
    canSubscribe: true,
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  },
  converseUnseen: {
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
    canSubscribe: true,
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  },
  converseAndShare: {
    canPublish: true,
    // A screen without the sound of the machine: nobody asked for that.
    canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE],
    canSubscribe: true,
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  },
};

/** The permissions of somebody who is connected. They replace the whole set. */
export function permissionsFor(rights: RoomRights): Permissions {
  return permissions[rights];
}

/** The grant in a token, for one room. It never creates rooms and never rules over them. */
export function tokenGrantFor(rights: RoomRights, room: RoomName): VideoGrant {
  const { canPublishSources, canUpdateMetadata, ...permission } = permissions[rights];
  return {
    room,
    roomJoin: true,
    roomCreate: false,
    roomAdmin: false,
    roomList: false,
    roomRecord: false,
    ...permission,
    // An empty list of sources would allow them all, were it not for canPublish.
    ...(canPublishSources.length > 0 ? { canPublishSources } : {}),
    canUpdateOwnMetadata: canUpdateMetadata,
    canSubscribeMetrics: false,
  };
}

/** Who waits must not learn names, and nobody learns the name of who waits. */
export function showsName(rights: RoomRights): boolean {
  return rights !== 'observeNothing';
}
