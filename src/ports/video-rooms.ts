import type { ParticipantId, RoomName } from '#journey/ids.ts';

/**
 * What a participant may do in a room. `observeNothing` is a citizen before admission: connected, with no rights at all.
 * `readyHidden` is a clerk before admission: unseen, camera prepared, hears and sees nobody.
 * `converse` is camera and microphone, both ways; `converseAndShare` is a screen as well; `converseUnseen` is the microphone alone, and
 * the pictures of the others.
 */
export type RoomRights =
  | 'observeNothing'
  | 'readyHidden'
  | 'converse'
  | 'converseAndShare'
  | 'converseUnseen';

export type RoomAccess = {
  /** WebSocket address for browsers. */
  readonly url: string;
  /** JWT for one room and one identity, two minutes at most. */
  readonly token: string;
};

/** Rooms on the video server. One room per conversation, made by the server only, never the same name twice. */
export type VideoRooms = {
  /** Makes the room; harmless when it exists already. */
  readonly open: (room: RoomName) => Promise<void>;
  /** Ends the room for everybody in it; harmless when it is gone. Tokens for it become worthless. */
  readonly close: (room: RoomName) => Promise<void>;
  /** Changes rights of those who are connected, all at once; whoever is not connected yet gets them with the next token. */
  readonly grant: (room: RoomName, identities: readonly ParticipantId[], rights: RoomRights) => Promise<void>;
  /** All rooms that the video server has. */
  readonly list: () => Promise<ReadonlySet<RoomName>>;
  readonly issueAccess: (
    room: RoomName,
    identity: ParticipantId,
    rights: RoomRights,
    displayName: string,
  ) => Promise<RoomAccess>;
};
