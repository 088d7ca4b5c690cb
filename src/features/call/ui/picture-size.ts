import { LocalVideoTrack, type Room, RoomEvent, VideoQuality } from 'livekit-client';

/**
 * Sizes of one's own picture after the other side began to take it. Each step up makes the encoder send a key frame: the first one comes when the
 * other side can surely use it, since the one that the video server asked for may have been sent into the void, and browsers
 * answer such a request once in 0.3 seconds only (libwebrtc, EncoderRtcpFeedback).
 */
const steps = [
  { afterMilliseconds: 40, quality: VideoQuality.MEDIUM },
  { afterMilliseconds: 1_000, quality: VideoQuality.HIGH },
] as const;
/** Should the video server not say that the picture is taken. */
const grownAfterMilliseconds = 3_000;

const grown = new WeakSet<LocalVideoTrack>();
const held = new WeakSet<LocalVideoTrack>();

/** Holds one's own picture small while the line carries no more, and lets it be large again. */
export function holdSmall(track: LocalVideoTrack, isHeld: boolean): void {
  if (held.has(track) === isHeld) return;
  if (isHeld) held.add(track);
  else held.delete(track);
  track.setPublishingQuality(isHeld ? VideoQuality.LOW : VideoQuality.HIGH);
}

function grow(track: LocalVideoTrack, quality: VideoQuality): void {
  if (!held.has(track)) track.setPublishingQuality(quality);
}

/** Sends no more of the picture than its first moment needs, until somebody takes it: a larger one would keep the machine busy. */
export function startSmall(track: LocalVideoTrack): void {
  grown.delete(track);
  track.setPublishingQuality(VideoQuality.LOW);
}

/** Leaves the size to the encoder: of a paper or a screen, every letter counts from the start. */
export function keepSize(track: LocalVideoTrack): void {
  grown.add(track);
}

/** Lets one's own picture grow in this room, from when somebody takes it. */
export function growWhenTaken(room: Room): void {
  room.on(RoomEvent.LocalTrackSubscribed, ({ track }) => {
    if (!(track instanceof LocalVideoTrack) || grown.has(track)) return;
    grown.add(track);
    for (const { afterMilliseconds, quality } of steps) {
      setTimeout(() => grow(track, quality), afterMilliseconds);
    }
  });
}

/** Lets it grow in any case, a little later: for whoever is in conversation. */
export function growSoon(track: LocalVideoTrack): void {
  setTimeout(() => {
    grown.add(track);
    grow(track, VideoQuality.HIGH);
  }, grownAfterMilliseconds);
}
