// @vitest-environment happy-dom
import { EventEmitter } from 'node:events';
import { LocalVideoTrack, type Room, RoomEvent, VideoQuality } from 'livekit-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { growSoon, growWhenTaken, holdSmall, keepSize, startSmall } from './picture-size.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A camera's track that writes down the sizes it is given. */
function createPicture() {
  const sizes: VideoQuality[] = [];
  const setPublishingQuality = (size: VideoQuality) => void sizes.push(size);
  const track = Object.assign(Object.create(LocalVideoTrack.prototype), { setPublishingQuality });
  const room = new EventEmitter();
  growWhenTaken(room as unknown as Room);
  const take = () => room.emit(RoomEvent.LocalTrackSubscribed, { track });
  return { track: track as LocalVideoTrack, sizes, take };
}

test('a picture that nobody takes stays small', () => {
  const { track, sizes } = createPicture();
  startSmall(track);
  vi.advanceTimersByTime(60_000);
  expect(sizes).toEqual([VideoQuality.LOW]);
});

test('it grows in steps from when somebody takes it, once', () => {
  const { track, sizes, take } = createPicture();
  startSmall(track);
  take();
  vi.advanceTimersByTime(100);
  expect(sizes).toEqual([VideoQuality.LOW, VideoQuality.MEDIUM]);
  vi.advanceTimersByTime(1_000);
  take();
  vi.advanceTimersByTime(1_000);
  expect(sizes).toEqual([VideoQuality.LOW, VideoQuality.MEDIUM, VideoQuality.HIGH]);
});

test('it starts small in a new connection, and grows in conversation even if nobody says that it is taken', () => {
  const { track, sizes, take } = createPicture();
  take();
  vi.advanceTimersByTime(2_000);
  startSmall(track);
  growSoon(track);
  vi.advanceTimersByTime(3_000);
  expect(sizes.slice(-2)).toEqual([VideoQuality.LOW, VideoQuality.HIGH]);
});

test('on a weak line it stays small, whoever takes it, until the line is good again', () => {
  const { track, sizes, take } = createPicture();
  holdSmall(track, true);
  take();
  growSoon(track);
  vi.advanceTimersByTime(10_000);
  expect(sizes).toEqual([VideoQuality.LOW]);
  holdSmall(track, false);
  expect(sizes).toEqual([VideoQuality.LOW, VideoQuality.HIGH]);
});

test('a paper or a screen is never made small', () => {
  const { track, sizes, take } = createPicture();
  keepSize(track);
  take();
  vi.advanceTimersByTime(10_000);
  expect(sizes).toEqual([]);
});
