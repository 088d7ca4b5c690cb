'use client';

import type { LocalVideoTrack, RemoteAudioTrack, RemoteVideoTrack } from 'livekit-client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { showPicture } from './picture-element.ts';

/** The picture of somebody else. Its sound is played apart. */
export function RemotePicture({ track, isFace = true }: { track: RemoteVideoTrack; isFace?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the next paint: the picture may be on the screen already, elsewhere.
  useLayoutEffect(() => {
    if (place.current !== null) return showPicture(track, place.current, undefined, isFace);
  }, [track, isFace]);
  return <div ref={place} className="size-full" />;
}

/** The picture of somebody else once more, in another window. */
export function CopiedPicture({ track }: { track: RemoteVideoTrack }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => attach(track, element.current), [track]);
  return (
    <video ref={element} data-small-video autoPlay playsInline muted className="size-full object-cover" />
  );
}

/** One's own picture, as in a mirror. */
export function OwnPicture({ track }: { track: LocalVideoTrack }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => attach(track, element.current), [track]);
  return <video ref={element} autoPlay playsInline muted className="size-full -scale-x-100 object-cover" />;
}

/** The sound of somebody else. */
export function RemoteSound({ track }: { track: RemoteAudioTrack }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => attach(track, element.current), [track]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice; captions come with the conversation's real-time text
  return <audio ref={element} data-remote-audio autoPlay hidden />;
}

function attach(
  track: RemoteVideoTrack | LocalVideoTrack | RemoteAudioTrack,
  element: HTMLMediaElement | null,
): (() => void) | undefined {
  if (element === null) return undefined;
  track.attach(element);
  return () => {
    track.detach(element);
  };
}
