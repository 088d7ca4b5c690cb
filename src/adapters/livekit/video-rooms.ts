import { AccessToken, RoomServiceClient, ServerError } from 'livekit-server-sdk';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { permissionsFor, showsName, tokenGrantFor } from './room-grants.ts';

export type LiveKitSettings = {
  /** As this server reaches it, http(s). */
  readonly url: string;
  /** As browsers reach it, ws(s). */
  readonly publicUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
};

/** A token is used within seconds; a reload asks for another. */
export const tokenSeconds = 120;
const requestSeconds = 5;
/** How long an empty room stays: longer than anybody takes between the waiting room and the conversation. */
const emptyRoomSeconds = 300;

/**
 * Rooms on a LiveKit server with `room.auto_create: false`: a room that was closed stays closed.
 * @param readSettings called at the first use, since pages are built where no video server is known
 */
export function createVideoRooms(readSettings: () => LiveKitSettings): VideoRooms {
  let connected: { readonly settings: LiveKitSettings; readonly service: RoomServiceClient } | undefined;
  const connect = () => {
    connected ??= openService(readSettings());
    return connected;
  };

  return {
    open: async (room) => {
      await connect().service.createRoom({ name: room, emptyTimeout: emptyRoomSeconds });
    },
    close: (room) => unlessNotFound(connect().service.deleteRoom(room)),
    grant: async (room, identities, rights) => {
      const { service } = connect();
      await Promise.all(identities.map((identity) => grantOne(service, room, identity, rights)));
    },
    list: async () => {
      const rooms = await connect().service.listRooms();
      return new Set(rooms.map(({ name }) => name as RoomName));
    },
    issueAccess: async (room, identity, rights, displayName) => {
      const { apiKey, apiSecret, publicUrl } = connect().settings;
      const token = new AccessToken(apiKey, apiSecret, { identity, ttl: tokenSeconds });
      if (showsName(rights)) token.name = displayName;
      token.addGrant(tokenGrantFor(rights, room));
      return { url: publicUrl, token: await token.toJwt() };
    },
  };
}

function openService(settings: LiveKitSettings) {
  const { url, apiKey, apiSecret } = settings;
  const options = { requestTimeout: requestSeconds, failover: false };
  return { settings, service: new RoomServiceClient(url, apiKey, apiSecret, options) };
}

function grantOne(
  service: RoomServiceClient,
  room: RoomName,
  identity: ParticipantId,
  rights: RoomRights,
): Promise<void> {
  return unlessNotFound(service.updateParticipant(room, identity, { permission: permissionsFor(rights) }));
}

/** Whoever is not there (any more) needs nothing done. */
async function unlessNotFound(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ServerError && error.code === 'not_found')) throw error;
  }
}
