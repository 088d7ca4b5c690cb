'use client';

import type { RemoteVideoTrack } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { keepFit } from '#shared/media/keep-fit.ts';
import { RemotePicture } from './call-pictures.tsx';

/** The picture of somebody else, with their face in it whatever the shape of their camera and of this screen. */
export function FittedPicture({ track }: { track: RemoteVideoTrack }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another track is another video
  useEffect(() => keepFit(place.current), [track]);
  return (
    <div ref={place} className="relative size-full">
      <RemotePicture track={track} />
    </div>
  );
}
