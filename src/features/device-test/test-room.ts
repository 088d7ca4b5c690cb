import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { RoomAccess, VideoRooms } from '#ports/video-rooms.ts';

/** A test makes a room on the video server: a person needs a few, a flood is refused. */
const perAddress = { name: 'device-test', attempts: 12, perSeconds: 300 };

export type TestRoom = {
  /** Ends this room and no other: without it, whoever knows the name of a room could end a conversation. */
  readonly testId: string;
  readonly sender: RoomAccess;
  readonly receiver: RoomAccess;
};

/** Whether one more test may begin from this address now. */
export function mayTest(limiter: AttemptLimiter, address: string): Promise<boolean> {
  return limiter.allow(perAddress, address);
}

/**
 * Opens a throw-away room with two places in it: what the first sends, the second should receive. Never ended, it goes when it has been
 * empty for a while.
 * @throws Error when the video server cannot be reached
 */
export async function openTestRoom(videoRooms: VideoRooms, secret: string): Promise<TestRoom> {
  const room = randomUUID() as RoomName;
  await videoRooms.open(room);
  const [sender, receiver] = await Promise.all(
    [randomUUID(), randomUUID()].map((identity) =>
      videoRooms.issueAccess(room, identity as ParticipantId, 'converse', ''),
    ),
  );
  return { testId: `${room}.${signatureOf(room, secret)}`, sender, receiver } as TestRoom;
}

/** Ends a test's room; harmless when it is gone. @returns false for an id that we did not give out */
export async function closeTestRoom(
  videoRooms: VideoRooms,
  secret: string,
  testId: string,
): Promise<boolean> {
  const [room, signature] = testId.split('.', 2);
  if (room === undefined || signature === undefined) return false;
  const right = Buffer.from(signatureOf(room, secret));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  await videoRooms.close(room as RoomName);
  return true;
}

function signatureOf(room: string, secret: string): string {
  return createHmac('sha256', secret).update(`device-test:${room}`).digest('base64url');
}
