'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ControlButton } from '#shared/ui/control-bar.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMic } from '#shared/ui/icons/mic.ts';
import { iconMicOff } from '#shared/ui/icons/mic-off.ts';
import { iconPanelsTopLeft } from '#shared/ui/icons/panels-top-left.ts';
import { iconPictureInPicture2 } from '#shared/ui/icons/picture-in-picture-2.ts';
import { Initials } from '#shared/ui/initials.tsx';
import { CopiedPicture } from './call-pictures.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { openSmallPicture, openSmallWindow, smallWindowKind } from './open-small-window.ts';

type Props = {
  readonly session: CallSession | null;
  readonly snapshot: CallSnapshot | null;
  readonly name: string;
  /** How many wait meanwhile. */
  readonly waiting: number;
};

/**
 * A small window above all others, for while the clerk works elsewhere: the citizen's face, the own microphone, who waits, and the way
 * back. It goes with the call. Where a browser has no such windows, the face alone; where it has neither, there is no button.
 */
export function SmallWindowButton(props: Props) {
  const t = useTranslations('call.small');
  const [small, setSmall] = useState<Window | null>(null);
  const [failed, setFailed] = useState(false);
  const newest = useRef<Window | null>(null);
  useEffect(() => () => newest.current?.close(), []);
  if (smallWindowKind() === null) return null;
  const open = async () => {
    if (small !== null) return small.close();
    const opened = await openSmallWindow();
    if (opened === null) return setFailed(!(await openFace()));
    newest.current = opened;
    // However it closes: by its own cross, from here, or with the call.
    opened.addEventListener('pagehide', () => setSmall((now) => (now === opened ? null : now)), {
      once: true,
    });
    setFailed(false);
    setSmall(opened);
  };
  return (
    <>
      <ControlButton
        icon={iconPictureInPicture2}
        word={t(small === null ? 'open' : 'close')}
        on={small !== null}
        onClick={() => void open()}
      />
      <span role="status" className="sr-only">
        {failed && t('failed')}
      </span>
      {small !== null &&
        createPortal(<SmallPage {...props} onBack={() => backFrom(small)} />, small.document.body)}
    </>
  );
}

function openFace(): Promise<boolean> {
  const face = document.querySelector<HTMLVideoElement>('video[data-remote-video]');
  return face === null ? Promise.resolve(false) : openSmallPicture(face);
}

function backFrom(small: Window): void {
  window.focus();
  small.close();
}

function SmallPage({ session, snapshot, name, waiting, onBack }: Props & { onBack: () => void }) {
  const t = useTranslations('call.small');
  const controls = useTranslations('call.controls');
  const picture = snapshot?.others.find((person) => person.picture !== null)?.picture ?? null;
  const isOn = snapshot?.own.microphone === 'on';
  const button =
    'flex min-h-11 min-w-0 flex-1 cursor-pointer items-center justify-center gap-2 rounded-md border border-edge bg-surface px-2 text-small text-ink';
  return (
    <main className="flex h-dvh flex-col gap-1 p-1">
      <h1 className="sr-only">{t('title', { name })}</h1>
      <div className="relative grid min-h-0 flex-1 place-items-center overflow-hidden rounded-md bg-picture">
        {picture === null ? <Initials name={name} /> : <CopiedPicture track={picture} />}
      </div>
      <p className="text-center text-small">{t('waiting', { count: waiting })}</p>
      <div className="flex gap-1">
        <button
          type="button"
          aria-pressed={!isOn}
          onClick={() => void session?.own.turn('microphone', !isOn)}
          className={button}
        >
          <Icon shape={isOn ? iconMic : iconMicOff} size={20} />
          {controls(isOn ? 'soundOn' : 'soundOff')}
        </button>
        <button type="button" onClick={onBack} className={button}>
          <Icon shape={iconPanelsTopLeft} size={20} />
          {t('back')}
        </button>
      </div>
    </main>
  );
}
