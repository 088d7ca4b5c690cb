'use client';

import type { LocalVideoTrack, RemoteVideoTrack } from 'livekit-client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { RemotePicture } from './call-pictures.tsx';
import type { CallSnapshot } from './call-session.ts';
import type { OtherPerson } from './people.ts';

/** What lies large on the stage besides faces: a screen or a paper of somebody else, or one's own paper. */
export type Shown =
  | {
      readonly from: 'other';
      readonly person: OtherPerson;
      readonly kind: 'screen' | 'paper';
      readonly track: RemoteVideoTrack;
    }
  | { readonly from: 'own'; readonly kind: 'paper'; readonly track: LocalVideoTrack };

/** What is to be shown large now; null while there are only faces. One's own screen one sees anyway. */
export function findShown(snapshot: CallSnapshot | null): Shown | null {
  const person = snapshot?.others.find(({ shown }) => shown !== null);
  if (person?.shown) return { from: 'other', person, ...person.shown };
  const own = snapshot?.own.showing;
  return own?.kind === 'paper' ? { from: 'own', kind: own.kind, track: own.track } : null;
}

type ShownTileProps = {
  shown: Shown;
  nameOf: (person: OtherPerson) => string;
  /** With whom, for one's own paper. */
  expectedName: string;
  top?: React.ReactNode;
};

/** A screen or a paper: whole, never mirrored, with nothing lying over it. */
export function ShownTile({ shown, nameOf, expectedName, top }: ShownTileProps) {
  const t = useTranslations('call.shown');
  const words =
    shown.from === 'own'
      ? t('ownPaper', { name: expectedName })
      : t(shown.kind, { name: nameOf(shown.person) });
  return (
    <section
      aria-label={words}
      className="on-night-ground flex min-h-0 flex-1 flex-col overflow-hidden rounded-md bg-picture text-on-night"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-1.5">
        <b className="font-strong">{words}</b>
        <div className="*:flex *:flex-wrap">{top}</div>
      </div>
      <div className="relative min-h-0 flex-1">
        <div className="absolute inset-0">
          {shown.from === 'own' ? (
            <OwnShownPicture track={shown.track} />
          ) : (
            <RemotePicture key={shown.track.sid} track={shown.track} isFace={false} />
          )}
        </div>
      </div>
    </section>
  );
}

/** One's own paper as the other sees it: letters do not run backwards. */
function OwnShownPicture({ track }: { track: LocalVideoTrack }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return (
    <video ref={element} data-own-shown autoPlay playsInline muted className="size-full object-contain" />
  );
}
