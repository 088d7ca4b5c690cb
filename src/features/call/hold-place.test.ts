import { expect, test } from 'vitest';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import type { RoomPlace } from './decide-rights.ts';
import { holdPlace, type PlaceReader } from './hold-place.ts';

const citizen = 'sofie' as ParticipantId;

function place(rights: RoomRights, room = 'room') {
  const value: RoomPlace = { room: room as RoomName, participantId: citizen, displayName: 'Sofie', rights };
  return { ok: true, value } as const;
}
const refused = (code: 'ended' | 'notYet') => ({ ok: false, failure: { code } }) as const;

/** A reader that finds one thing after the other, and a video server that writes down what is asked of it. */
function scene(...found: Awaited<ReturnType<PlaceReader>>[]) {
  const asked: string[] = [];
  const reader: PlaceReader = async () => (found.length > 1 ? found.shift() : found[0]) ?? null;
  const rooms: VideoRooms = {
    open: async (room) => void asked.push(`open ${room}`),
    close: async (room) => void asked.push(`close ${room}`),
    grant: async (room, identities, rights) => void asked.push(`grant ${identities} ${rights} in ${room}`),
    list: async () => new Set(),
    issueAccess: async () => ({ url: '', token: '' }),
  };
  const grant = ({ room, participantId, rights }: RoomPlace) => rooms.grant(room, [participantId], rights);
  return { asked, reader, rooms, grant };
}

test('what is still so after the effect is kept', async () => {
  const { asked, reader, rooms, grant } = scene(place('converse'));
  expect(await holdPlace(rooms, reader, 'observeNothing', grant)).toEqual(place('converse'));
  expect(asked).toEqual(['grant sofie converse in room']);
});

test('an ending in between closes the room that the effect may have opened again', async () => {
  const { asked, reader, rooms } = scene(place('converse'), refused('ended'));
  const held = await holdPlace(rooms, reader, 'observeNothing', ({ room }) => rooms.open(room));
  expect(held).toEqual(refused('ended'));
  expect(asked).toEqual(['open room', 'close room']);
});

test('an expulsion in between takes the rights back', async () => {
  const { asked, reader, rooms, grant } = scene(place('converse'), refused('notYet'));
  expect(await holdPlace(rooms, reader, 'observeNothing', grant)).toEqual(refused('notYet'));
  expect(asked).toEqual(['grant sofie converse in room', 'grant sofie observeNothing in room']);
});

test('a room that was renewed in between is closed, and the new one is used', async () => {
  const renewed = place('converse', 'new-room');
  const { asked, reader, rooms } = scene(place('converse'), renewed);
  const held = await holdPlace(rooms, reader, 'observeNothing', ({ room }) => rooms.open(room));
  expect(held).toEqual(renewed);
  expect(asked).toEqual(['open room', 'close room', 'open new-room']);
});

test('an admission in between ends with the rights of the admitted', async () => {
  const { asked, reader, rooms, grant } = scene(place('observeNothing'), place('converse'));
  expect(await holdPlace(rooms, reader, 'observeNothing', grant)).toEqual(place('converse'));
  expect(asked).toEqual(['grant sofie observeNothing in room', 'grant sofie converse in room']);
});

test('whoever has no place causes nothing', async () => {
  const { asked, reader, rooms, grant } = scene(null);
  expect(await holdPlace(rooms, reader, 'observeNothing', grant)).toBeNull();
  expect(asked).toEqual([]);
});
