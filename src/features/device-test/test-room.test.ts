import { expect, test } from 'vitest';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { closeTestRoom, openTestRoom } from './test-room.ts';

/** Writes down what is asked of the video server; the real one is asked in the browser tests. */
function createDiary() {
  const opened: RoomName[] = [];
  const closed: RoomName[] = [];
  const places: ParticipantId[] = [];
  const rooms = {
    open: async (room: RoomName) => void opened.push(room),
    close: async (room: RoomName) => void closed.push(room),
    issueAccess: async (room: RoomName, identity: ParticipantId) => {
      places.push(identity);
      return { url: 'ws://video.example', token: `${room} ${identity}` };
    },
  } as unknown as VideoRooms;
  return { rooms, opened, closed, places };
}

test('a test has a room of its own with two places, and ends it', async () => {
  const { rooms, opened, closed, places } = createDiary();
  const room = await openTestRoom(rooms, 'secret');
  expect(opened).toHaveLength(1);
  expect(new Set(places).size).toBe(2);
  expect(room.sender.token).not.toBe(room.receiver.token);
  expect(await closeTestRoom(rooms, 'secret', room.testId)).toBe(true);
  expect(closed).toEqual(opened);
});

test('nobody ends a room of a conversation with a made-up id', async () => {
  const { rooms, closed, opened } = createDiary();
  const { testId } = await openTestRoom(rooms, 'secret');
  const conversation = '0197a1c2-0000-7000-8000-000000000001';
  const signature = testId.split('.')[1];
  for (const id of [conversation, `${conversation}.${signature}`, `${opened[0]}.`, '', 'a.b.c'])
    expect(await closeTestRoom(rooms, 'secret', id)).toBe(false);
  expect(await closeTestRoom(rooms, 'another secret', testId)).toBe(false);
  expect(closed).toEqual([]);
});
