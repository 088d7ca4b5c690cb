// @vitest-environment happy-dom
import type { RemoteVideoTrack } from 'livekit-client';
import { beforeEach, expect, test, vi } from 'vitest';
import { isPictureShown, showPicture } from './picture-element.ts';

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  Object.assign(HTMLVideoElement.prototype, {
    requestVideoFrameCallback: (tell: () => void) => frames.push(tell),
    play: async () => {},
  });
});

const pass = () => {
  for (const tell of frames.splice(0)) tell();
};

/** A track of the library, of which only this much is used here. */
function createTrack() {
  const attached = new Set<HTMLElement>();
  const track = {
    attach: (element: HTMLElement) => attached.add(element),
    detach: (element: HTMLElement) => attached.delete(element),
  };
  return { attached, track: track as unknown as RemoteVideoTrack };
}

const createPlace = () => document.body.appendChild(document.createElement('div'));

test('a picture has one element, which moves to its newest place and stays there', () => {
  const { track, attached } = createTrack();
  const [first, second] = [createPlace(), createPlace()];
  const leaveFirst = showPicture(track, first);
  const element = first.firstElementChild;
  showPicture(track, second);
  leaveFirst();
  expect([...first.children]).toEqual([]);
  expect(second.firstElementChild).toBe(element);
  expect([...attached]).toEqual([element]);
});

test('a picture that is shown nowhere any more is let go', () => {
  const { track, attached } = createTrack();
  const place = createPlace();
  const leave = showPicture(track, place);
  leave();
  expect(place.children).toHaveLength(0);
  expect(attached.size).toBe(0);
});

test('it counts as shown from its first frame on, and every place is told', () => {
  const { track } = createTrack();
  const told = vi.fn();
  showPicture(track, createPlace(), told);
  expect([isPictureShown(track), told.mock.calls.length]).toEqual([false, 0]);
  pass();
  expect([isPictureShown(track), told.mock.calls.length]).toEqual([true, 1]);
  showPicture(track, createPlace(), told);
  expect(told).toHaveBeenCalledTimes(2);
});
