import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import type { RoomRights } from '#ports/video-rooms.ts';
import { permissionsFor } from './room-grants.ts';
import { createVideoRooms } from './video-rooms.ts';

const room = '0197a1c2-0000-7000-8000-000000000001' as RoomName;
const identity = '0197a1c2-0000-7000-8000-000000000002' as ParticipantId;
const rooms = createVideoRooms(() => ({
  url: 'http://127.0.0.1:1',
  publicUrl: 'ws://video.example:7880',
  apiKey: 'key',
  apiSecret: 'a-secret-of-the-video-server-0123456789',
}));

async function issue(rights: RoomRights) {
  const access = await rooms.issueAccess(room, identity, rights, 'Sofie Van Daele');
  return {
    access,
    claims: decodeJwt(access.token) as { video: object; name?: string; exp: number; nbf: number },
  };
}

describe('a token', () => {
  test('is for one room and one identity, and lives two minutes', async () => {
    const { access, claims } = await issue('converse');
    expect(access.url).toBe('ws://video.example:7880');
    expect(claims).toMatchObject({ sub: identity, video: { room, roomJoin: true } });
    expect(claims.exp - claims.nbf).toBeLessThanOrEqual(120);
  });

  test.each(['observeNothing', 'readyHidden', 'converse', 'converseAndShare', 'converseUnseen'] as const)(
    'of %s creates no room, rules over none, records none, sends no data and changes no metadata',
    async (rights) => {
      const { claims } = await issue(rights);
      expect(claims.video).toMatchObject({
        roomCreate: false,
        roomAdmin: false,
        roomList: false,
        roomRecord: false,
        canPublishData: false,
        canUpdateOwnMetadata: false,
      });
    },
  );

  test('of somebody who waits gives nothing at all, and carries no name', async () => {
    const { claims } = await issue('observeNothing');
    expect(claims.video).toMatchObject({ canPublish: false, canSubscribe: false });
    expect(claims.name).toBeUndefined();
  });

  test('of a clerk before admission hides, and neither hears nor sees', async () => {
    const { claims } = await issue('readyHidden');
    expect(claims.video).toMatchObject({
      hidden: true,
      canSubscribe: false,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
    });
  });

  test('of somebody in conversation gives camera and microphone, in sight', async () => {
    const { claims } = await issue('converse');
    expect(claims.video).toMatchObject({
      hidden: false,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
    });
    expect(claims.name).toBe('Sofie Van Daele');
  });

  test('of somebody whose picture was stopped gives the microphone alone', async () => {
    const { claims } = await issue('converseUnseen');
    expect(claims.video).toMatchObject({
      canPublish: true,
      canSubscribe: true,
      canPublishSources: ['microphone'],
    });
  });

  test('of somebody who may share gives a screen as well, without its sound', async () => {
    const { claims } = await issue('converseAndShare');
    expect(claims.video).toMatchObject({
      hidden: false,
      canSubscribe: true,
      canPublishSources: ['camera', 'microphone', 'screen_share'],
    });
  });
});

test.each(['observeNothing', 'readyHidden', 'converse', 'converseAndShare'] as const)(
  'a token of %s and the same rights given later agree',
  async (rights) => {
    const { claims } = await issue(rights);
    const { canPublish, canSubscribe, canPublishData, hidden } = permissionsFor(rights);
    expect(claims.video).toMatchObject({ canPublish, canSubscribe, canPublishData, hidden });
  },
);
