// @vitest-environment happy-dom
import { type LocalTrack, LocalVideoTrack, type Room, Track } from 'livekit-client';
import { expect, test } from 'vitest';
import type { OwnMedia } from './own-media.ts';
import type { OwnShow, OwnShowing } from './own-show.ts';
import { Publisher } from './publisher.ts';

/** What the camera gives besides. */
const faces: LocalTrack[] = [];
const camera = { source: Track.Source.Camera } as LocalTrack;
const face = Track.sourceToProto(Track.Source.Camera);
const screen = Track.sourceToProto(Track.Source.ScreenShare);

/** A room whose other side shows nothing, and what somebody has to show in it. */
function createScene(showing: OwnShowing | null) {
  const published: unknown[] = [];
  const localParticipant = {
    permissions: { canPublishSources: [face] },
    publishTrack: async (track: unknown) => void published.push(track),
    unpublishTrack: async (track: unknown) => void published.splice(published.indexOf(track), 1),
  };
  const room = { localParticipant, remoteParticipants: new Map() } as unknown as Room;
  const show = {
    current: showing,
    view: () => show.current,
    knows: (track: object) => track === showing?.track,
    stop: () => {
      show.current = null;
    },
  };
  const media = { publishable: async () => [camera, ...faces] } as unknown as OwnMedia;
  const publisher = new Publisher(media, show as unknown as OwnShow);
  const allow = (...sources: number[]) => {
    localParticipant.permissions = { canPublishSources: sources };
  };
  return { published, room, show, publisher, allow };
}

const showingOf = (kind: OwnShowing['kind']) =>
  ({ kind, track: { contentHint: 'detail' } }) as unknown as OwnShowing;

test('a screen is sent once the right to it came, and each thing once', async () => {
  const showing = showingOf('screen');
  const { published, room, publisher, allow } = createScene(showing);
  await publisher.publish(room, 'converse');
  expect(published).toEqual([camera]);
  allow(face, screen);
  await publisher.publish(room, 'converse');
  await publisher.publish(room, 'converse');
  expect(published).toEqual([camera, showing.track]);
});

test('what is shown no more is taken away, and the face stays', async () => {
  const { published, room, publisher, show } = createScene(showingOf('paper'));
  await publisher.publish(room, 'converse');
  show.stop();
  publisher.withdraw(room);
  expect(published).toEqual([camera]);
});

test('a screen is over when the right to it goes, a paper is not', async () => {
  const shared = createScene(showingOf('screen'));
  shared.allow(face, screen);
  await shared.publisher.publish(shared.room, 'converse');
  shared.allow(face);
  shared.publisher.followRights(shared.room);
  expect(shared.show.current).toBeNull();

  const paper = createScene(showingOf('paper'));
  await paper.publisher.publish(paper.room, 'converse');
  paper.publisher.followRights(paper.room);
  expect(paper.show.current).not.toBeNull();
});

test('a face is taken away when the right to be seen goes, and sent anew when it comes back', async () => {
  const { published, room, publisher, allow } = createScene(null);
  const picture = Object.assign(Object.create(LocalVideoTrack.prototype), { setPublishingQuality: () => {} });
  faces.push(picture);
  await publisher.publish(room, 'converse');
  expect(published).toContain(picture);
  allow(screen);
  publisher.followRights(room);
  await publisher.publish(room, 'converse');
  expect(published).not.toContain(picture);
  allow(face, screen);
  publisher.followRights(room);
  await publisher.publish(room, 'converse');
  expect(published.filter((each) => each === picture)).toHaveLength(1);
  faces.length = 0;
});

test('before admission nothing is shown', async () => {
  const { published, room, publisher } = createScene(showingOf('paper'));
  await publisher.publish(room, 'observeNothing');
  await publisher.publish(room, 'readyHidden');
  expect(published).toEqual([camera]);
});
