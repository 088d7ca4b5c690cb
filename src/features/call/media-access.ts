import { z } from 'zod';
import type { RoomName } from '#journey/ids.ts';

/** What the server answers to a browser that asks for a place in a video room. */
export const mediaAccess = z.object({
  roomName: z.string().transform((name) => name as RoomName),
  /** WebSocket address of the video server. */
  url: z.string(),
  token: z.string(),
  /** STUN and TURN servers of our own; an empty list keeps the library from asking others. */
  iceServers: z.array(
    z.object({
      urls: z.array(z.string()),
      username: z.string().optional(),
      credential: z.string().optional(),
    }),
  ),
});
export type MediaAccess = z.infer<typeof mediaAccess>;

/** Why a browser gets no place. `unknown` says nothing about whether there is such a conversation. */
export const mediaRefusal = z.object({ code: z.enum(['notYet', 'ended', 'yielded', 'taken', 'unknown']) });
export type MediaRefusalCode = z.infer<typeof mediaRefusal>['code'];
