import type { RoomName } from '#journey/ids.ts';

/** What the server answers to a browser that asks for a place in a video room. */
export type MediaAccess = {
  readonly roomName: RoomName;
  /** WebSocket address of the video server. */
  readonly url: string;
  /** JWT for this room and one identity, two minutes at most. */
  readonly token: string;
  /** STUN and TURN servers of our own; an empty list keeps the library from asking others. */
  readonly iceServers: readonly {
    readonly urls: string[];
    readonly username?: string;
    readonly credential?: string;
  }[];
};

/**
 * Why a browser gets no place: too early, over, another device took over, a colleague has it, it goes on by telephone, or is held in writing,
 * or (`unknown`) nothing that this browser may know of.
 */
export const mediaRefusalCodes = [
  'notYet',
  'ended',
  'yielded',
  'taken',
  'byPhone',
  'inWriting',
  'unknown',
] as const;
export type MediaRefusalCode = (typeof mediaRefusalCodes)[number];
